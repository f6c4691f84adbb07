#include "indexer/documents/aozora.hpp"

#include <doctest/doctest.h>

using namespace chiho;
using Readings = std::vector<ToldReading>;

namespace {

std::string text_of(std::string_view text) {
  return without_aozora_markup(text).text;
}

}  // namespace

TEST_CASE("ruby is no text: it stands over the letters of one kind before it, or over what follows ｜") {
  const WithoutMarkup read = without_aozora_markup("山の蘆屋《あしや》で｜東の港《ひがしみなと》を見る々々《ひび》。");
  CHECK(read.text == "山の蘆屋で東の港を見る々々。");
  CHECK(read.readings == Readings{{"蘆屋", "あしや"}, {"東の港", "ひがしみなと"}, {"々々", "ひび"}});
}

TEST_CASE("notes of the typist are no text") {
  CHECK(text_of("［＃５字下げ］一［＃「一」は中見出し］\n春［＃「［春］」はママ］の海\n") == "一\n春の海\n");
}

TEST_CASE("letters that an old character set had not are put in their place") {
  CHECK(text_of("※［＃「口＋世」、U+546D、27-5］と※［＃「てへん＋劣」、第3水準1-84-77］と※［＃「謎の字」、27-6］") ==
        "呭と挘と〓");
  const WithoutMarkup ruby = without_aozora_markup("※［＃「てへん＋劣」、第3水準1-84-77］《むし》る");
  CHECK(ruby.text == "挘る");
  CHECK(ruby.readings == Readings{{"挘", "むし"}});
}

TEST_CASE("the header that explains the signs and the footer from 底本 on are no text") {
  const std::string rule(40, '-');
  const std::string text = "港の話\n海野太郎\n\n" + rule + "\n【テキスト中に現れる記号について】\n\n《》：ルビ\n" +
                           rule + "\n\n港《みなと》に船が来た。\n\n\n底本：「港の本」港書房\n入力：海野\n";
  CHECK(text_of(text) == "港の話\n海野太郎\n\n\n港に船が来た。\n\n\n");
}

TEST_CASE("in a text without Aozora's signs, brackets, bars and rules stay") {
  for (const char* text :
       {"《重要》手続き《きほん編》\n", "制度《2018年版》を見る\n", "表｜裏\n", "a｜b\n｜\n", "底本：港\n",
        "----------------------------------------\n本文\n----------------------------------------\n終\n"}) {
    CAPTURE(text);
    CHECK(text_of(text) == text);
  }
}

TEST_CASE("signs left open are text") {
  for (const char* text : {"港《みなと", "［＃注", "※［＃注", "｜港", "《", "》", "※", "《《》", "港《み\nなと》"}) {
    CAPTURE(text);
    CHECK(text_of(text) == text);
  }
}

TEST_CASE("a megabyte of signs is read in no time") {
  for (const std::string sign : {"《", "［＃", "｜", "港《", "※［＃", "漢"}) {
    std::string text;
    while (text.size() < 1'000'000) text += sign;
    CHECK(text_of(text).size() == text.size());
  }
}
