// A text that lost, doubled or mixed up lines: what is read of it is right to the word, and what is not is listed.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "import/import.hpp"
#include "invented_brochure.hpp"
#include "real_brochure.hpp"
#include "told_lines.hpp"

using namespace chiho;

namespace {

using Texts = std::vector<std::string>;

Texts lines_of(std::string_view text) {
  Texts lines;
  for (; !text.empty(); text.remove_prefix(std::min(text.find('\n') + 1, text.size()))) {
    lines.emplace_back(text.substr(0, text.find('\n')));
    if (text.find('\n') == std::string_view::npos) break;
  }
  return lines;
}

std::string text_of(const Texts& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// One of some lines deleted, doubled or moved elsewhere.
void damage(Texts& lines, std::mt19937& random, int times) {
  const auto place = [&] { return lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size()); };
  for (; times > 0 && lines.size() > 1; --times) {
    const auto at = place();
    const std::string line = *at;
    const auto what = random() % 3;
    if (what != 1) lines.erase(at);
    if (what != 0) lines.insert(place(), line);
  }
}

struct Tally {
  std::size_t imports = 0;
  std::size_t unclaimed = 0;
};

void import_damaged(std::string_view source, const std::vector<Correction>& corrections, int times, Tally& tally) {
  std::mt19937 random(static_cast<unsigned>(20180700 + times));
  for (int round = 0; round < 20; ++round) {
    Texts lines = lines_of(source);
    damage(lines, random, times);
    CAPTURE(round);
    CAPTURE(times);
    try {
      const Imported imported = import_brochure(text_of(lines), "2018-07", corrections);
      ++tally.imports;
      tally.unclaimed += imported.claims.unclaimed().size();
      for (const std::string& line : import_test::untold_lines(imported)) MESSAGE("untold: " << line);
      CHECK(import_test::untold_lines(imported).empty());
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::corpus);
    }
  }
}

}  // namespace

TEST_CASE("a damaged text is read to the word, or listed") {
  Tally tally;
  for (const int times : {1, 10, 100}) import_damaged(import_test::invented_brochure, {}, times, tally);
  CHECK(tally.imports > 50);
  CHECK(tally.unclaimed > 0);
}

TEST_CASE("the brochure of 2018-07 with damage is read to the word, or listed") {
  const auto text = import_test::real_brochure();
  if (!text) return;
  Tally tally;
  for (const int times : {1, 30, 300}) import_damaged(*text, import_test::real_corrections(), times, tally);
  CHECK(tally.imports == 60);
}

TEST_CASE("one stray row of the directory among the cards takes nothing with it") {
  Texts lines = lines_of(import_test::invented_brochure);
  const auto stray = std::find_if(lines.begin(), lines.end(), [](const auto& l) { return l.starts_with("● 資材室"); });
  const auto card = std::find(lines.begin(), lines.end(), "漁具の共同購入");
  lines.insert(card, {*stray, ""});
  const Imported imported = import_brochure(text_of(lines), "2021-04", {});
  CHECK(imported.records.size() == 7 + 5);
  CHECK(imported.edition.offices.size() == 9);
}

TEST_CASE("one stray 事業例 among the cards makes no cases of the cards behind it") {
  Texts lines = lines_of(import_test::invented_brochure);
  const auto card = std::find(lines.begin(), lines.end(), "漁具の共同購入");
  lines.insert(card, {"事業例", ""});
  const Imported imported = import_brochure(text_of(lines), "2021-04", {});
  const auto is_scheme = [](const RecordFile& record) { return record.type == RecordType::scheme; };
  CHECK(std::count_if(imported.records.begin(), imported.records.end(), is_scheme) == 7);
  CHECK(imported.records.size() == 7 + 5);
}
