#include "query/show/render_explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace chiho {

namespace {

// Cells for a part of a score, which is set to the right.
constexpr std::size_t number_width = 8;

// What each part of a score is called. One that is not here is called by its name.
struct Label {
  std::string_view name;
  Text text;
};
const std::array<Label, 16> labels{{
    {"words", {"語", "words"}},
    {"compounds", {"複合語の全体", "whole compounds"}},
    {"inside", {"ほかの語の中の文字", "letters inside other words"}},
    {"bigrams", {"二文字の並び", "pairs of letters"}},
    {"other_names", {"別の書き方・呼び方", "other names"}},
    {"scheme", {"同じほどなら制度を", "a scheme, all else equal"}},
    {"wish", {"「〜したい」には制度を", "a scheme for a wish"}},
    {"pairs", {"語どうしの近さ", "nearness of the words"}},
    {"runs", {"検索語のとおりの文字の続き", "letters together as typed"}},
    {"letters", {"漢字一字ずつ", "single kanji"}},
    {"parts", {"ほかの語の一部としての語", "words inside other words"}},
    {"edges", {"語の切れ目の一致", "words that begin and end alike"}},
    {"sentence", {"最も多くの語がある一文", "the best sentence"}},
    {"title", {"題名の語", "words of the title"}},
    {"early", {"本文のはじめの語", "words near the beginning"}},
    {"length", {"文の長さ", "length of the text"}},
}};

const std::array<Label, 5> form_labels{{
    {"itself", {"そのまま", "itself"}},
    {"reading", {"読み", "by its reading"}},
    {"synonym", {"同義語", "synonym"}},
    {"spelling", {"別の書き方", "other spelling"}},
    {"part", {"語の一部", "part"}},
}};

template <std::size_t N>
std::string label(const std::array<Label, N>& known, std::string_view name, Lang lang) {
  const auto found = std::ranges::find(known, name, &Label::name);
  return found == known.end() ? std::string(name) : found->text.in(lang);
}

const Text& kind_label(UnitKind kind) {
  static const std::array<Text, 4> kinds{
      {{"語", "word"}, {"文", "sentence"}, {"語句", "phrase"}, {"除く語", "excluded"}}};
  return kinds[static_cast<std::size_t>(kind)];
}

// Forms of one kind on one line, with the records each stands in.
void add_forms(std::vector<ExplainedLine>& lines, const std::vector<ExplainedForm>& forms, Lang lang) {
  std::string_view kind;
  for (const ExplainedForm& form : forms) {
    const std::string counted =
        Text{fmt::format("{} {}件", form.text, form.records), fmt::format("{} ({})", form.text, form.records)}.in(lang);
    if (form.kind == kind)
      lines.back().text += Text{"、", ", "}.in(lang) + counted;
    else
      lines.push_back({fmt::format("{}: {}", label(form_labels, form.kind, lang), counted), 6});
    kind = form.kind;
  }
}

void add_word(std::vector<ExplainedLine>& lines, const ExplainedWord& word, Lang lang) {
  std::string line = word.text;
  if (word.cut.size() > 1) line += fmt::format("  {}", fmt::join(word.cut, "|"));
  if (!word.reading.empty()) line += fmt::format("  {}", word.reading);
  lines.push_back({line, 3});
  add_forms(lines, word.forms, lang);
}

// The parts of one name together: what it gives, and by which words.
struct PartSum {
  std::string name;
  double score = 0;
  std::string detail;
};

void add_detail(PartSum& sum, const ScorePart& part) {
  if (!part.word.empty())
    sum.detail += fmt::format("{}{} {:.2f}", sum.detail.empty() ? "" : "  ", part.word, part.score);
  if (part.measured && part.weight) sum.detail = fmt::format("{:.2f} × {:g}", *part.measured, *part.weight);
}

std::vector<PartSum> sums_of(const HitExplanation& explained) {
  std::vector<PartSum> sums;
  for (const ScorePart& part : explained.parts) {
    auto found = std::ranges::find(sums, part.name, &PartSum::name);
    if (found == sums.end()) found = sums.insert(sums.end(), PartSum{part.name, 0, ""});
    found->score += part.score;
    add_detail(*found, part);
  }
  return sums;
}

double score_of(const std::vector<PartSum>& sums, const std::string& name) {
  const auto found = std::ranges::find(sums, name, &PartSum::name);
  return found == sums.end() ? 0 : found->score;
}

// The kinds of parts that differ most between two hits, the greatest difference first.
std::string greatest_differences(const HitExplanation& one, const HitExplanation& other, Lang lang) {
  constexpr std::size_t most = 3;
  const auto ones = sums_of(one);
  const auto others = sums_of(other);
  std::vector<std::pair<std::string, double>> differences;
  for (const PartSum& sum : ones) differences.emplace_back(sum.name, sum.score - score_of(others, sum.name));
  for (const PartSum& sum : others)
    if (std::ranges::find(ones, sum.name, &PartSum::name) == ones.end()) differences.emplace_back(sum.name, -sum.score);
  std::ranges::stable_sort(differences, std::greater<>(), [](const auto& part) { return std::abs(part.second); });
  std::string text;
  for (std::size_t i = 0; i < std::min(most, differences.size()); ++i)
    text += fmt::format("{}{} {:+.2f}", i == 0 ? "" : Text{"、", ", "}.in(lang),
                        label(labels, differences[i].first, lang), differences[i].second);
  return text;
}

// Why a hit stands after the one before it.
std::string difference(const Hit& hit, const Hit& before, Lang lang) {
  if (before.matched_all && !hit.matched_all)
    return Text{"前の件までは、すべての語に一致", "the hits before match every word"}.in(lang);
  if (before.explained->tier != hit.explained->tier)
    return before.explained->tier > 1
               ? Text{"前の件は、名前や番号で問われた連絡先", "the hit before is a contact asked for by name"}.in(lang)
               : Text{"名前で問われていない連絡先は、記録の後", "a contact not asked for by name follows records"}.in(
                     lang);
  return Text{fmt::format("前の件との差 {:+.2f}: {}", hit.score - before.score,
                          greatest_differences(*hit.explained, *before.explained, lang)),
              fmt::format("{:+.2f} against the hit before: {}", hit.score - before.score,
                          greatest_differences(*hit.explained, *before.explained, lang))}
      .in(lang);
}

}  // namespace

std::vector<ExplainedLine> explained_query(const std::vector<ExplainedUnit>& units, Lang lang) {
  std::vector<ExplainedLine> lines;
  for (const ExplainedUnit& unit : units) {
    std::string line = fmt::format("[{}] {}", kind_label(unit.kind).in(lang), unit.text);
    if (unit.wish) line += Text{"  （〜したい: 制度を先に）", "  (a wish: schemes first)"}.in(lang);
    lines.push_back({line, 0});
    for (const ExplainedWord& word : unit.words) add_word(lines, word, lang);
    add_forms(lines, unit.whole, lang);
  }
  return lines;
}

std::vector<ExplainedLine> explained_hit(const Hit& hit, const Hit* before, Lang lang) {
  std::vector<ExplainedLine> lines;
  if (!hit.explained) return lines;
  lines.push_back({Text{fmt::format("評点 {:.2f}", hit.score), fmt::format("score {:.2f}", hit.score)}.in(lang)});
  for (const PartSum& sum : sums_of(*hit.explained)) {
    const std::string number = fmt::format("{:.2f}", sum.score);
    const std::string detail = sum.detail.empty() ? "" : "  " + sum.detail;
    lines.push_back({fmt::format("{}  {}{}", number, label(labels, sum.name, lang), detail),
                     number_width - std::min(number_width, number.size())});
  }
  if (before != nullptr && before->explained) lines.push_back({difference(hit, *before, lang)});
  return lines;
}

}  // namespace chiho
