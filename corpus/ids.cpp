#include "corpus/ids.hpp"

#include <algorithm>
#include <string>

#include "bytes/utf8.hpp"
#include "corpus/control_characters.hpp"

namespace chiho {
namespace {

bool is_white_space(char32_t letter) {
  return std::u32string_view(U" \t\n\v\f\r\u0085\u00A0\u1680\u2028\u2029\u202F\u205F\u3000").find(letter) !=
             std::u32string_view::npos ||
         (letter >= 0x2000 && letter <= 0x200A);
}

bool has_white_space(std::string_view text) {
  const std::u32string letters = letters_of(text);
  return std::any_of(letters.begin(), letters.end(), is_white_space);
}

}  // namespace

Text fault_of_record_id(std::string_view id) {
  if (id.empty()) return {"id が空です", "id is empty"};
  if (has_white_space(id)) return {"id に空白は使えません", "id holds white space"};
  const std::size_t control = find_control_character(id, Lines::one);
  if (control != std::string_view::npos) return control_character_fault("id", id, control);
  return {};
}

std::string id_of_name(std::string_view name) {
  std::string id;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    if (is_white_space(next_letter(name, at)))
      id += '_';
    else
      id += name.substr(begin, at - begin);
  }
  return id;
}

Text fault_of_edition_id(std::string_view id) {
  if (id.empty()) return {"版の id が空です", "an edition's id is not empty"};
  if (has_white_space(id) || id.find('/') != std::string_view::npos)
    return {"版の id に空白や / は使えません", "an edition's id has no white space and no /"};
  const std::size_t control = find_control_character(id, Lines::one);
  if (control != std::string_view::npos) return control_character_fault("edition", id, control);
  if (id == "." || id == "..") return {"版の id に . や .. は使えません", "an edition's id cannot be . or .."};
  if (id == "all") {
    return {"all は版の id に使えません（すべての版という意味です）",
            "an edition's id cannot be all, which means every edition"};
  }
  return {};
}

bool is_plain_id(std::string_view id) {
  return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

}  // namespace chiho
