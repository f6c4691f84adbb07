#include "query/search/directory.hpp"

#include <algorithm>

#include "dict/normalize.hpp"
#include "dict/readings.hpp"
#include "query/search/contacts.hpp"
#include "query/search/filters.hpp"

namespace chiho {

namespace {

constexpr std::size_t least_digits = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void remove_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
}

// The digits of what is nothing but a number, as it is dialled within Japan; else empty.
std::string number_in(const std::string& typed) {
  std::string text = folded(typed);
  for (const char* label : {"電話", "内線", "tel", "ext", "番号"}) remove_all(text, label);
  const bool abroad = text.find("+81") != std::string::npos;
  std::string digits;
  for (const char c : text) {
    if (is_digit(c))
      digits += c;
    else if (std::string_view(" -()+.:/").find(c) == std::string_view::npos)
      return "";
  }
  if (abroad) digits = "0" + digits.substr(2);
  return digits.size() < least_digits ? "" : digits;
}

std::string digits_of(const std::string& text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  return digits;
}

// The reading asked for, if kana or romaji were typed: むしょう, musho.
std::string reading_in(const std::string& typed) {
  std::string text = folded(typed);
  std::erase(text, ' ');
  if (is_kana(text)) return reading_key(text);
  const auto kana = is_latin(text) ? katakana_of_romaji(text) : std::nullopt;
  return kana ? reading_key(*kana) : "";
}

std::string reading_of(const std::string& name, const Analyzer& analyzer) {
  std::string kana;
  for (const Token& token : analyzer.analyze(name).tokens) kana += token.reading;
  return reading_key(kana);
}

// One way of looking: whether it finds this office.
class Look {
 public:
  Look(const std::string& typed, const Analyzer& analyzer)
      : analyzer_(analyzer), key_(name_key(typed)), number_(number_in(typed)), reading_(reading_in(typed)) {}

  [[nodiscard]] bool by_name(const Edition& edition, const Office& office) const {
    const std::string record = fmt_id(edition, office);
    return is_one_of(names_of(office), [&](const auto& name) { return name_key(name) == key_; }) ||
           name_key(office.id) == key_ || name_key(record) == key_;
  }

  [[nodiscard]] bool by_number(const Edition&, const Office& office) const {
    if (!office.email.empty() && key_ == name_key(office.email)) return true;
    if (number_.empty()) return false;
    return digits_of(office.phone).find(number_) != std::string::npos ||
           std::ranges::find(office.extension, number_) != office.extension.end();
  }

  [[nodiscard]] bool by_part(const Edition&, const Office& office) const {
    const auto named = [&](const auto& name) { return name_key(name).find(key_) != std::string::npos; };
    const auto read = [&](const auto& name) { return reading_of(name, analyzer_).find(reading_) != std::string::npos; };
    return (!key_.empty() && is_one_of(names_of(office), named)) ||
           (!reading_.empty() && is_one_of(names_of(office), read));
  }

  static std::string fmt_id(const Edition& edition, const Office& office) {
    return edition.id + "/contact/" + office.id;
  }

 private:
  static std::vector<std::string> names_of(const Office& office) {
    std::vector<std::string> names{office.name};
    names.insert(names.end(), office.aliases.begin(), office.aliases.end());
    return names;
  }

  template <typename Test>
  static bool is_one_of(const std::vector<std::string>& names, Test test) {
    return std::ranges::any_of(names, test);
  }

  const Analyzer& analyzer_;
  std::string key_;
  std::string number_;
  std::string reading_;
};

DirectoryEntry entry_of(const Edition& edition, const Office& office) {
  return {contact_of(&edition, office.name),
          office.aliases,
          office.note,
          office.page ? Look::fmt_id(edition, office) : "",
          note_of(edition),
          {}};
}

}  // namespace

std::vector<DirectoryEntry> find_offices(const std::vector<const Edition*>& editions, const std::string& typed,
                                         const Analyzer& analyzer) {
  const Look look(typed, analyzer);
  std::vector<DirectoryEntry> found;
  for (const auto way : {&Look::by_name, &Look::by_number, &Look::by_part}) {
    for (const Edition* edition : editions)
      for (const Office& office : edition->offices)
        if ((look.*way)(*edition, office)) found.push_back(entry_of(*edition, office));
    if (!found.empty()) break;
  }
  return found;
}

}  // namespace chiho
