#include "dict/ngrams.hpp"

#include <doctest/doctest.h>

using chiho::ngrams;
using Grams = std::vector<std::string>;

TEST_CASE("letters, and pairs of letters that stand together") {
  CHECK(ngrams("水道水").unigrams == Grams{"水", "道", "水"});
  CHECK(ngrams("水道水").bigrams == Grams{"水道", "道水"});
  CHECK(ngrams("水").bigrams.empty());
  CHECK(ngrams("").unigrams.empty());
}

TEST_CASE("white space and control characters separate") {
  for (const char* text : {"水 道", "水\n道", "水\u2028道", "水\x01道"}) {
    CAPTURE(text);
    CHECK(ngrams(text).unigrams == Grams{"水", "道"});
    CHECK(ngrams(text).bigrams.empty());
  }
}

TEST_CASE("punctuation and symbols are letters like others") {
  CHECK(ngrams("50%").bigrams == Grams{"50", "0%"});
  CHECK(ngrams("♪水").bigrams == Grams{"♪水"});
  CHECK(ngrams("水・道").bigrams == Grams{"水・", "・道"});
}

TEST_CASE("letters of one to four bytes") {
  CHECK(ngrams("aé水𩸽").unigrams == Grams{"a", "é", "水", "𩸽"});
  CHECK(ngrams("aé水𩸽").bigrams == Grams{"aé", "é水", "水𩸽"});
}
