// What is new in a text, word by word.
#include <doctest/doctest.h>

#include "indexer/diff/words.hpp"

namespace chiho::test {
namespace {

const Analyzer& analyzer() {
  static const Analyzer shared;
  return shared;
}

// As people are shown it: [-removed-]{+added+}.
std::string changed(const std::string& before, const std::string& after) {
  std::string shown;
  for (const Piece& piece : changed_words(before, after, analyzer()))
    shown += piece.step == Step::same      ? piece.text
             : piece.step == Step::removed ? "[-" + piece.text + "-]"
                                           : "{+" + piece.text + "+}";
  return shown;
}

std::string without(Step step, const std::string& before, const std::string& after) {
  std::string text;
  for (const Piece& piece : changed_words(before, after, analyzer()))
    if (piece.step != step) text += piece.text;
  return text;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("a word that was changed is told as a word") {
  CHECK(changed("申請は随時受け付けています。", "申請は毎月受け付けています。") ==
        "申請は[-随時-]{+毎月+}受け付けています。");
  CHECK(changed("電話で相談してください。", "相談してください。") == "[-電話で-]相談してください。");
  CHECK(changed("自治体が水道を整備します。", "自治体が上水道を整備します。") ==
        "自治体が[-水道-]{+上水道+}を整備します。");
}

TEST_CASE("a sentence that came or went is told whole") {
  CHECK(changed("水道を作ります。橋を架けます。", "水道を作ります。道を開きます。橋を架けます。") ==
        "水道を作ります。{+道を開きます。+}橋を架けます。");
}

TEST_CASE("what was written anew is not cut to confetti") {
  CHECK(changed("アフリカの若者が日本の大学院で学びます。", "応募の締切は四月です。") ==
        "[-アフリカの若者が日本の大学院で学びます。-]{+応募の締切は四月です。+}");
}

TEST_CASE("a particle between two changes does not break them up") {
  CHECK(changed("毎年四月に東京の本省で説明会を開き、参加者を募ります。",
                "毎年四月に大阪の会館で説明会を開き、参加者を募ります。") ==
        "毎年四月に[-東京の本省-]{+大阪の会館+}で説明会を開き、参加者を募ります。");
}

TEST_CASE("nothing of either text is lost, whatever it is made of") {
  const std::string before = "㈱水道　は、\n①〜③を \xFF 受け付ける。ﾊﾝｶｸ！";
  const std::string after = "㈲水道　は、\r\n①〜④を受け付ける。\n\nﾊﾝｶｸ！？";
  CHECK(without(Step::added, before, after) == before);
  CHECK(without(Step::removed, before, after) == after);
  CHECK(changed(before, before) == before);
  CHECK(changed("", after) == "{+" + after + "+}");
  CHECK(changed(before, "") == "[-" + before + "-]");
}

TEST_CASE("texts of a megabyte without a word in common are told, before the test is timed out") {
  const std::string before = repeated("水道。", 100'000);
  const std::string after = repeated("橋梁を、", 80'000);
  CHECK(without(Step::removed, before, after) == after);
}

}  // namespace
}  // namespace chiho::test
