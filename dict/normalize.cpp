#include "dict/normalize.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringoptions.h>

#include <algorithm>

#include "bytes/utf8.hpp"
#include "dict/iteration_marks.hpp"
#include "dict/variants.hpp"
#include "error/error.hpp"

namespace chiho {
namespace {

constexpr char32_t kLongVowel = U'ー';
// Marks on one letter beyond this begin a new segment, as in Unicode's stream-safe text: ICU sorts marks in quadratic
// time, and no writing system needs as many.
constexpr int kMaxSegmentLetters = 32;

const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2& instance = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status) != 0 || normalizer == nullptr) {
      throw Error(ErrorCode::io, {"文字の正規化の準備ができません", "Unicode normalization is not available"},
                  {"ICU のデータが入っているか確かめてください", "check that ICU's data are installed"});
    }
    return *normalizer;
  }();
  return instance;
}

// Letters that NFKC and case folding leave alone whatever stands before them: nearly all of a Japanese text.
bool is_plain(char32_t c) {
  if (c < 0x80) return c < 'A' || c > 'Z';
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FE) ||
         (c >= 0x3001 && c <= 0x3029);
}

bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || c == kLongVowel;
}

bool is_latin_or_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// One form of each dash and tilde, modern kanji. ASCII, the most frequent, is let through first.
char32_t one_form(char32_t c) {
  if (c < 0x2010) return c;
  if (c >= 0x4E00) return c == 0xFE58 || c == 0xFE63 || c == 0xFF0D ? U'-' : modern_kanji(c);
  if (c <= 0x2015 || c == 0x2043 || c == 0x2212 || c == 0x2500 || c == 0x2501) return U'-';
  if (c == 0x223C || c == 0x223D || c == 0x2053 || c == 0x301C || c == 0x3030) return U'~';
  return c;
}

// Where folded letters go: the text, and, if asked for, the map of its bytes to the source.
class Output {
 public:
  using Map = std::vector<std::uint32_t>;
  Output(std::string& text, Map* begins, Map* ends) : text_(text), begins_(begins), ends_(ends) {}

  void reserve(std::size_t bytes) {
    text_.reserve(bytes);
    if (begins_ != nullptr) {
      begins_->reserve(bytes);
      ends_->reserve(bytes);
    }
  }

  void put(char32_t c, std::size_t source_begin, std::size_t source_end) {
    c = repeated_kana(one_form(c), last_);
    if (c == kLongVowel && is_latin_or_digit(last_)) c = U'-';  // 03ー5501
    if (is_katakana(c) && last_ == U'-' && is_katakana(before_last_)) lengthen_last();
    append(c, source_begin, source_end);
    before_last_ = last_;
    last_ = c;
  }

 private:
  void append(char32_t c, std::size_t source_begin, std::size_t source_end) {
    const std::size_t before = text_.size();
    append_letter(text_, c);
    if (begins_ != nullptr) {
      const std::size_t length = text_.size() - before;
      for (std::size_t i = 0; i < length; ++i) {
        begins_->push_back(static_cast<std::uint32_t>(source_begin));
        ends_->push_back(static_cast<std::uint32_t>(source_end));
      }
    }
  }

  // The dash just written stands between katakana: a long vowel typed as a dash.
  void lengthen_last() {
    text_.pop_back();
    std::size_t source_begin = 0;
    std::size_t source_end = 0;
    if (begins_ != nullptr) {
      source_begin = begins_->back();
      source_end = ends_->back();
      begins_->pop_back();
      ends_->pop_back();
    }
    append(kLongVowel, source_begin, source_end);
    last_ = kLongVowel;
  }

  std::string& text_;
  Map* begins_;
  Map* ends_;
  char32_t last_ = 0;
  char32_t before_last_ = 0;
};

class Folder {
 public:
  Folder(std::string_view source, Output& output) : source_(source), output_(output) {}

  void run() {
    while (at_ < source_.size()) {
      const std::size_t begin = at_;
      const char32_t c = next_letter(source_, at_);
      if (is_single(c) && at_boundary()) {
        output_.put(fold_single(c), begin, at_);
      } else {
        fold_segment(c, begin);
      }
    }
  }

 private:
  static bool is_wide_ascii(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E; }
  // Letters that need no table of Unicode's.
  static bool is_single(char32_t c) {
    return c < 0x80 || is_plain(c) || is_wide_ascii(c) || c == 0x3000 || c == 0xFFFD;
  }
  static char32_t fold_single(char32_t c) {
    if (c == 0x3000) return U' ';
    if (is_wide_ascii(c)) c -= 0xFEE0;
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  // True where the next letter joins nothing before it.
  [[nodiscard]] bool at_boundary() const {
    if (at_ == source_.size()) return true;
    std::size_t after = at_;
    const char32_t next = next_letter(source_, after);
    return is_single(next) || normalizer_.hasBoundaryBefore(static_cast<UChar32>(next)) != 0;
  }

  // A letter with all that may combine with it.
  void fold_segment(char32_t first, std::size_t begin) {
    raw_.clear();
    append_letter(raw_, first);
    for (int count = 1; count < kMaxSegmentLetters && !at_boundary(); ++count) {
      append_letter(raw_, next_letter(source_, at_));
    }
    normal_.clear();
    icu::StringByteSink<std::string> sink(&normal_);
    UErrorCode status = U_ZERO_ERROR;
    normalizer_.normalizeUTF8(0, icu::StringPiece(raw_.data(), static_cast<int32_t>(raw_.size())), sink, nullptr,
                              status);
    const std::string& result = U_SUCCESS(status) != 0 ? normal_ : raw_;
    for (std::size_t at = 0; at < result.size();) output_.put(next_letter(result, at), begin, at_);
  }

  const icu::Normalizer2& normalizer_ = nfkc_casefold();
  std::string_view source_;
  std::size_t at_ = 0;
  Output& output_;
  std::string raw_;
  std::string normal_;
};

}  // namespace

Folded fold(std::string_view source) {
  Folded folded;
  Output output(folded.text, &folded.begins_, &folded.ends_);
  output.reserve(source.size());
  Folder(source, output).run();
  return folded;
}

std::string folded(std::string_view source) {
  std::string text;
  Output output(text, nullptr, nullptr);
  output.reserve(source.size());
  Folder(source, output).run();
  return text;
}

Folded::Range Folded::source(std::size_t begin, std::size_t end) const {
  end = std::min(end, begins_.size());
  if (begin >= end) {
    const std::size_t at = begin < begins_.size() ? begins_[begin] : (ends_.empty() ? 0 : ends_.back());
    return {at, at};
  }
  return {begins_[begin], ends_[end - 1]};
}

}  // namespace chiho
