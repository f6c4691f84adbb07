#include "dict/told_readings.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace chiho {
namespace {

using std::string_view;

constexpr string_view kHead = "読み：";
constexpr string_view kOpen = "（";
constexpr string_view kClose = "）";
constexpr string_view kComma = "、";

bool can_be_told(string_view text) {
  const auto has = [&](string_view sign) { return text.find(sign) != string_view::npos; };
  return !text.empty() && !has(kOpen) && !has(kClose) && !has(kComma) && !has("\n");
}

void read_paragraph(string_view paragraph, std::vector<ToldReading>& readings) {
  while (!paragraph.empty()) {
    const std::size_t open = paragraph.find(kOpen);
    const std::size_t close = paragraph.find(kClose, open);
    if (open == string_view::npos || close == string_view::npos) return;
    const std::size_t begin = open + kOpen.size();
    ToldReading told{std::string(paragraph.substr(0, open)), std::string(paragraph.substr(begin, close - begin))};
    if (can_be_told(told.word) && can_be_told(told.reading)) readings.push_back(std::move(told));
    paragraph.remove_prefix(close + kClose.size());
    if (paragraph.starts_with(kComma)) paragraph.remove_prefix(kComma.size());
  }
}

}  // namespace

std::string readings_paragraph(const std::vector<ToldReading>& readings) {
  std::string paragraph;
  std::set<std::pair<string_view, string_view>> told;
  for (const ToldReading& one : readings) {
    if (!can_be_told(one.word) || !can_be_told(one.reading) || !told.emplace(one.word, one.reading).second) continue;
    paragraph.append(paragraph.empty() ? kHead : kComma).append(one.word).append(kOpen);
    paragraph.append(one.reading).append(kClose);
  }
  return paragraph.empty() ? paragraph : paragraph + "\n";
}

std::vector<ToldReading> told_readings(string_view text) {
  std::vector<ToldReading> readings;
  for (std::size_t at = text.find(kHead); at != string_view::npos; at = text.find(kHead, at + 1)) {
    if (at > 0 && text[at - 1] != '\n') continue;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t begin = at + kHead.size();
    read_paragraph(text.substr(begin, end - begin), readings);
  }
  return readings;
}

}  // namespace chiho
