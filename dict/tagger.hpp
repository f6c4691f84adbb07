// The boundary to MeCab: folded text -> morphemes with the features of ipadic.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace chiho {

// What ipadic says of a word; `*` and missing columns are empty.
struct Features {
  std::string_view part_of_speech;          // 名詞
  std::array<std::string_view, 2> details;  // 固有名詞, 地域
  std::string_view conjugation;             // 一段; empty for words that are not inflected
  std::string_view base;
  std::string_view reading;        // katakana
  std::string_view parts;          // our user dictionary's: 無償/資金/協力
  std::string_view part_readings;  // ムショウ/シキン/キョウリョク
};

struct Morpheme {
  std::uint32_t offset = 0;  // bytes of the text
  std::uint32_t length = 0;
  bool known = false;  // in a dictionary
  Features features;   // valid as long as the Tagger
};

// Any number of threads may tag with one Tagger.
class Tagger {
 public:
  // `ipadic`: a folder compiled in UTF-8. Throws Error io where it, or `user_dictionary`, is no such thing.
  Tagger(const std::filesystem::path& ipadic, const std::filesystem::path& user_dictionary);
  ~Tagger();
  Tagger(const Tagger&) = delete;
  Tagger& operator=(const Tagger&) = delete;

  // The morphemes of a text of any length, in order. White space and control characters are in none.
  [[nodiscard]] std::vector<Morpheme> tag(std::string_view text) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chiho
