#include "corpus/labelled_paragraphs.hpp"

namespace chiho {
namespace {

constexpr std::string_view aliases_label = "別名: ";
constexpr std::string_view group_label = "逆引き: ";
constexpr std::string_view general_contact_label = "総合窓口: ";
constexpr std::string_view comma = "、";

void add_labelled(std::string& text, std::string_view label, std::string_view paragraph) {
  if (!paragraph.empty()) add_paragraph(text, std::string(label).append(paragraph));
}

// The last such paragraph: labels come behind the prose, which may hold anything.
std::optional<std::string_view> labelled(std::string_view text, std::string_view label) {
  std::optional<std::string_view> found;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.starts_with(label)) found = line.substr(label.size());
    text.remove_prefix(line.size() + (line.size() < text.size() ? 1 : 0));
  }
  return found;
}

}  // namespace

void add_paragraph(std::string& text, std::string_view paragraph) {
  while (paragraph.ends_with('\n')) paragraph.remove_suffix(1);
  if (!paragraph.empty()) text.append(paragraph).push_back('\n');
}

void add_aliases(std::string& text, const std::vector<std::string>& aliases) {
  std::string all;
  for (const std::string& alias : aliases) all.append(all.empty() ? "" : comma).append(alias);
  add_labelled(text, aliases_label, all);
}

void add_need_group(std::string& text, const std::string& group) {
  add_labelled(text, group_label, group);
}

void add_general_contact(std::string& text, const std::string& edition_title) {
  add_labelled(text, general_contact_label, edition_title);
}

std::vector<std::string> aliases_in(std::string_view text) {
  std::vector<std::string> aliases;
  std::string_view rest = labelled(text, aliases_label).value_or("");
  while (!rest.empty()) {
    const std::string_view alias = rest.substr(0, rest.find(comma));
    if (!alias.empty()) aliases.emplace_back(alias);
    rest.remove_prefix(alias.size() + (alias.size() < rest.size() ? comma.size() : 0));
  }
  return aliases;
}

std::optional<std::string> general_contact_in(std::string_view text) {
  const auto title = labelled(text, general_contact_label);
  if (!title) return std::nullopt;
  return std::string(*title);
}

}  // namespace chiho
