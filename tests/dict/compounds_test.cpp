#include "dict/compounds.hpp"

#include <doctest/doctest.h>

#include <string>

using chiho::Compound;
using chiho::Token;
using chiho::WordClass;

namespace {

// Builds tokens from words parted by |, where a + before a word makes it a prefix, a - another word than a noun, and a
// _ stands for a space.
struct Text {
  std::string folded;
  std::vector<Token> tokens;
  std::vector<bool> prefix;

  explicit Text(const std::string& words) {
    for (std::size_t begin = 0; begin <= words.size();) {
      const std::size_t end = std::min(words.find('|', begin), words.size());
      add(words.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void add(std::string word) {
    if (word == "_") {
      folded += ' ';
      return;
    }
    Token token;
    prefix.push_back(word.front() == '+');
    token.word_class = word.front() == '-' ? WordClass::other : WordClass::noun;
    if (word.front() == '+' || word.front() == '-') word.erase(0, 1);
    token.offset = static_cast<std::uint32_t>(folded.size());
    token.length = static_cast<std::uint32_t>(word.size());
    tokens.push_back(token);
    folded += word;
  }

  [[nodiscard]] std::vector<std::string> compounds() const {
    std::vector<std::string> terms;
    for (const Compound& compound : chiho::compounds(folded, tokens, prefix)) terms.push_back(compound.term);
    return terms;
  }
};
using Terms = std::vector<std::string>;

}  // namespace

TEST_CASE("nouns that stand together") {
  CHECK(Text("無償|資金|協力").compounds() == Terms{"無償資金協力"});
  CHECK(Text("水道").compounds().empty());
  CHECK(Text("無償|資金|-の|技術|協力").compounds() == Terms{"無償資金", "技術協力"});
  CHECK(Text("無償|_|資金").compounds().empty());
  CHECK(Text("文化|交流|-・|海外|広報|課").compounds() == Terms{"文化交流", "海外広報課"});
}

TEST_CASE("a prefix begins or continues a compound, and does not end it") {
  CHECK(Text("+新|制度").compounds() == Terms{"新制度"});
  CHECK(Text("外務|+副|大臣").compounds() == Terms{"外務副大臣"});
  CHECK(Text("無償|資金|+各").compounds() == Terms{"無償資金"});
  CHECK(Text("水道|+各").compounds().empty());
  CHECK(Text("+新|-の").compounds().empty());
}

TEST_CASE("the tokens of a compound") {
  const Text text("-に|無償|資金|協力");
  const auto found = chiho::compounds(text.folded, text.tokens, text.prefix);
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == 1);
  CHECK(found[0].last == 3);
}

TEST_CASE("a run without end is cut every 16 tokens") {
  std::string words = "水";
  for (int i = 1; i < 40; ++i) words += "|水";
  const Text text(words);
  const auto found = chiho::compounds(text.folded, text.tokens, text.prefix);
  REQUIRE(found.size() == 3);
  CHECK(found[0].last == 15);
  CHECK(found[1].first == 16);
  CHECK(found[2].last == 39);
}
