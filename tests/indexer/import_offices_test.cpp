#include <doctest/doctest.h>

#include <algorithm>

#include "import/directory.hpp"
#include "import/offices.hpp"

using namespace chiho;
using namespace chiho::brochure;
using Names = std::vector<std::string>;

namespace {

OfficeBook book() {
  const Lines lines = read_lines(
      "● 港湾課\t03-1234-5678\n● 文化交流・広報課\t03-1234-5679\n● <MIHON>国内部 大学課\t03-1234-5680\n"
      "● <MIHON>船員部研修課\t03-1234-5681\n● 協力室\t03-1234-5682 kyo@example.jp\n");
  return OfficeBook(read_directory(lines, 0, lines.size(), 9).offices);
}

Names read(const std::string& text) {
  OfficeBook offices = book();
  Reviews reviews;
  return offices.read(read_lines(text), reviews);
}

}  // namespace

TEST_CASE("what an office does may stand between its name and its phone") {
  const Lines lines = read_lines(
      "担当\t業務\t電話\n港湾課\t港の見学会、埠頭の利用\t03-1234-5678\n水産金融室\t船の修理貸付\t045-123-4567\n");
  const Directory directory = read_directory(lines, 0, lines.size(), 9);
  REQUIRE(directory.offices.size() == 2);
  CHECK(directory.offices[0].name == "港湾課");
  CHECK(directory.offices[0].phone == "03-1234-5678");
  CHECK(directory.offices[0].note == "港の見学会、埠頭の利用");
  CHECK(directory.offices[1].name == "水産金融室");
  CHECK(directory.offices[1].phone == "045-123-4567");
}

TEST_CASE("the offices in what stands under 連絡先 or 担当課室") {
  struct Row {
    std::string text;
    Names offices;
  };
  const std::vector<Row> table{
      {"港湾課", {"港湾課"}},
      {"港湾課・文化交流・広報課", {"港湾課", "文化交流・広報課"}},  // the longest known name
      {"港湾課／協力室", {"港湾課", "協力室"}},
      {"港湾課(見学会の受付)", {"港湾課"}},
      {"北東課(全般については港湾課)", {"北東課", "港湾課"}},
      {"見本省経済局港湾課", {"港湾課"}},                      // with its parents
      {"MIHON国際部\n大学課（受付）", {"MIHON国内部大学課"}},  // broken over two lines, another parent
      {"MIHON船員部", {"MIHON船員部研修課"}},                  // its parent
      {"研究・情報課", {"研究・情報課"}},                      // unknown: a dot inside
      {"支援窓口の一覧表\nhttps://example.jp/", {}},           // a link, no office
  };
  for (const Row& row : table) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.offices);
  }
}

TEST_CASE("an office that the directory does not list keeps its own data and has no page") {
  OfficeBook offices = book();
  Reviews reviews;
  offices.read(read_lines("国際化協会\n<http://example.jp/ja/>"), reviews);
  const Office& added = offices.offices().back();
  CHECK(added.name == "国際化協会");
  CHECK(added.url == "http://example.jp/ja/");
  CHECK_FALSE(added.page);
}

TEST_CASE("two columns on one line: where the offices end") {
  CHECK(book().known_beginning("港湾課 自治体、企業") == std::string("港湾課").size());
  CHECK(book().known_beginning("知らない課 自治体") == 0);
}

TEST_CASE("an entry without mark and phone may be the rest of the name above it, where entries have marks") {
  struct Row {
    std::string text;
    Names torn;
  };
  const std::vector<Row> table{
      {"● 港湾課\t03-1234-5678\n● 海外交流セン\t03-1234-5679\nター\thttps://example.jp/\n", {"ター<海外交流セン"}},
      {"● 港湾課\t03-1234-5678\n灯台室\t03-1234-5679\n", {}},       // its mark is missing
      {"港湾課\t03-1234-5678\n灯台室\thttps://example.jp/\n", {}},  // no marks at all
  };
  for (const Row& row : table) {
    CAPTURE(row.text);
    const Lines lines = read_lines(row.text);
    Names torn;
    for (const TornEntry& entry : read_directory(lines, 0, lines.size(), 9).torn)
      torn.push_back(entry.name + "<" + entry.above);
    CHECK(torn == row.torn);
  }
}

TEST_CASE("an unknown office of which an entry of the directory is the beginning is to be reviewed") {
  const Lines lines = read_lines("● 海外交流セン\t03-1234-5679\n● 港湾課\t03-1234-5678\n");
  const std::vector<std::pair<std::string, bool>> table{
      {"海外交流センター", true}, {"港湾課", false}, {"港湾課分室", false}, {"海外課", false}};
  for (const auto& row : table) {
    const auto& [name, reviewed] = row;
    CAPTURE(row.first);
    OfficeBook offices(read_directory(lines, 0, lines.size(), 9).offices);
    Reviews reviews;
    offices.read(read_lines(name), reviews);
    const bool cut = std::ranges::any_of(reviews, [](const Review& review) {
      return review.what.find("「海外交流セン」は途中で切れた名前か") != std::string::npos;
    });
    CHECK(cut == reviewed);
  }
}
