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

// What ipadic says of a word, a line of columns; `*` and missing ones are empty.
class Features {
 public:
  Features() = default;
  explicit Features(const char* csv);

  [[nodiscard]] const char* csv() const { return csv_; }
  [[nodiscard]] std::string_view part_of_speech() const { return column(0); }  // 名詞
  [[nodiscard]] std::string_view detail() const { return column(1); }          // 固有名詞
  [[nodiscard]] std::string_view second_detail() const { return column(2); }   // 地域
  [[nodiscard]] std::string_view conjugation() const { return column(4); }  // 一段; empty for what is not inflected
  [[nodiscard]] std::string_view base() const { return column(6); }
  [[nodiscard]] std::string_view reading() const { return column(7); }  // katakana
  // Our user dictionary's: 無償/資金/協力 and ムショウ/シキン/キョウリョク.
  [[nodiscard]] std::string_view parts() const { return column(9); }
  [[nodiscard]] std::string_view part_readings() const { return column(10); }

 private:
  [[nodiscard]] std::string_view column(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1] + 1U;
    if (begin >= ends_[index]) return {};
    const std::string_view value(csv_ + begin, ends_[index] - begin);
    return value == "*" ? std::string_view() : value;
  }

  const char* csv_ = nullptr;
  std::array<std::uint16_t, 11> ends_{};  // of the columns
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
