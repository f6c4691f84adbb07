#include "import/audiences.hpp"

#include <algorithm>
#include <array>

#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t longest_name = 40;    // letters
constexpr std::size_t longest_line = 2000;  // bytes
constexpr std::size_t most_names = 100;     // of one card

// What may enter: words around a name that do not narrow whom it means.
const std::vector<std::string_view> loose_endings{"など", "等", "の職員", "の方々", "の皆様", "の皆さん", "の方"};
const std::vector<std::string_view> loose_beginnings{"全国の", "各地の", "日本の"};
// What may enter: names that the law or every ministry uses for the same audience.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> same{
    {{"地方自治体", "自治体"}, {"地方公共団体", "自治体"}}};

std::string controlled(std::string name) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view ending : loose_endings)
      if (name.size() > ending.size() && name.ends_with(ending)) name.resize(name.size() - ending.size()), cut = true;
    for (const std::string_view beginning : loose_beginnings)
      if (name.size() > beginning.size() && name.starts_with(beginning)) name.erase(0, beginning.size()), cut = true;
  }
  for (const auto& [other, one] : same)
    if (name == other) name = one;
  return name;
}

std::vector<std::string> parts_of(const Line& line) {
  if (line.text.size() > longest_line) return {};
  std::string text = without_brackets(line.text);
  for (const std::string_view word : {"及び", "並びに", "又は", "または"})
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word))
      text.replace(at, word.size(), "、");
  std::vector<std::string> parts = split(text, U"、・,，/／;；\t　 ");
  std::erase_if(parts, [](const std::string& part) { return letter_count(part) > longest_name; });
  return parts;
}

}  // namespace

void AudienceBook::show(const Lines& lines) {
  for (const Line& line : lines)
    for (const std::string& part : parts_of(line)) shown_.insert(controlled(part));
}

// "法人の職員大学の職員" is two names: both end alike, and the second begins with 大学, which stands alone elsewhere.
std::vector<std::string> AudienceBook::names_in(const std::string& part, std::size_t line, Reviews& reviews) const {
  const std::u32string text = letters_of(part);
  for (std::size_t at = 2; at + 2 < text.size(); ++at) {
    const bool ends_alike = text.substr(at - 2, 2) == text.substr(text.size() - 2);
    for (std::size_t size = 2; ends_alike && at + size < text.size(); ++size) {
      if (!shown_.contains(utf8_of(text.substr(at, size)))) continue;
      reviews.push_back({line, "「" + part + "」は区切りが失われたとみて分けた"});
      return {utf8_of(text.substr(0, at)), utf8_of(text.substr(at))};
    }
  }
  return {part};
}

std::string AudienceBook::add(const std::string& printed) {
  const std::string name = controlled(printed);
  const auto [found, is_new] = numbers_.emplace(key(name), audiences_.size());
  if (is_new) audiences_.push_back({name, {}, {}});
  Audience& audience = audiences_[found->second];
  if (printed != audience.name && !numbers_.contains(key(printed))) {
    audience.aliases.push_back(printed);
    numbers_.emplace(key(printed), found->second);
  }
  return audience.name;
}

// "企業、森林組" and "合" below it: 森林組合 stands by itself elsewhere.
Lines AudienceBook::with_wrapped_names(const Lines& lines) const {
  Lines whole;
  for (const Line& line : lines) {
    const bool below = !whole.empty() && line.gap == 0 && !line.bullet;
    const std::vector<std::string> above = below ? parts_of(whole.back()) : std::vector<std::string>{};
    const std::vector<std::string> here = parts_of(line);
    if (!above.empty() && !here.empty() && shown_.contains(controlled(above.back() + here.front()))) {
      whole.back().text += line.text;
    } else {
      whole.push_back(line);
    }
  }
  return whole;
}

std::vector<std::string> AudienceBook::read(const Lines& lines, Reviews& reviews) {
  std::vector<std::string> names;
  for (const Line& line : with_wrapped_names(lines)) {
    for (const std::string& part : parts_of(line)) {
      for (const std::string& printed : names_in(part, line.number, reviews)) {
        const std::string name = add(printed);
        if (letter_count(name) == 1) reviews.push_back({line.number, "「" + name + "」は対象の名前か"});
        const bool is_new = std::find(names.begin(), names.end(), name) == names.end();
        if (is_new && names.size() < most_names) names.push_back(name);
        if (printed.ends_with("の職員"))
          reviews.push_back({line.number, "「" + printed + "」を「" + name + "」とした"});
      }
    }
  }
  return names;
}

std::vector<Audience> AudienceBook::audiences() const {
  std::vector<Audience> all = audiences_;
  for (Audience& audience : all) {
    const std::u32string name = letters_of(audience.name);
    for (std::size_t at = 1; at + 2 <= name.size() && audience.broader.empty(); ++at) {
      const std::string head = key(utf8_of(name.substr(at)));
      const auto found = numbers_.find(head);
      if (found != numbers_.end() && key(audiences_[found->second].name) == head)
        audience.broader.push_back(audiences_[found->second].name);
    }
  }
  return all;
}

}  // namespace chiho::brochure
