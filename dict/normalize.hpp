// Folding: text as it is compared. NFKC, lower case, one form of each dash and tilde, old and variant kanji made new
// (words/variants.txt), iteration marks kept. が stays が: nothing is decomposed. Kana are not made one: readings do
// that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// Folded text and where each byte of it came from. Offsets are bytes.
class Folded {
 public:
  std::string text;  // valid UTF-8

  // The range of the source that the folded range [begin, end) came from, whole letters on both sides: ㈱ is one source
  // letter for three folded ones.
  struct Range {
    std::size_t begin, end;
  };
  [[nodiscard]] Range source(std::size_t begin, std::size_t end) const;

 private:
  friend Folded fold(std::string_view source);
  // Of each byte of `text`: where the source letter it came from begins and ends.
  std::vector<std::uint32_t> begins_, ends_;
};

// Invalid UTF-8 becomes U+FFFD, never an error: whoever must refuse it asks is_utf8 first.
Folded fold(std::string_view source);
// The text alone, for those who need no offsets.
std::string folded(std::string_view source);

}  // namespace chiho
