#include "dict/sentences.hpp"

#include <unicode/uchar.h>

#include <utility>

#include "bytes/utf8.hpp"

namespace chiho {
namespace {

// The closing bracket that belongs to an opening one, 0 for other letters. Full and half width close each other, since
// texts mix them.
char32_t closing_of(char32_t c) {
  switch (c) {
    case U'(':
    case U'（':
      return U')';
    case U'[':
    case U'［':
      return U']';
    case U'{':
    case U'｛':
      return U'}';
    case U'「':
    case U'｢':
      return U'」';
    case U'『':
    case U'【':
    case U'〔':
    case U'〈':
    case U'《':
    case U'“':
      return c + 1;
    default:
      return 0;
  }
}

// A closing bracket in the one form that closing_of gives, 0 for other letters.
char32_t closing(char32_t c) {
  switch (c) {
    case U')':
    case U'）':
      return U')';
    case U']':
    case U'］':
      return U']';
    case U'}':
    case U'｝':
      return U'}';
    case U'」':
    case U'｣':
      return U'」';
    case U'』':
    case U'】':
    case U'〕':
    case U'〉':
    case U'》':
    case U'”':
      return c;
    default:
      return 0;
  }
}

bool ends_line(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool ends_sentence(char32_t c) {
  return c == U'。' || c == U'｡' || c == U'！' || c == U'？' || c == U'!' || c == U'?';
}

bool is_space(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && u_isUWhiteSpace(static_cast<UChar32>(c)) != 0);
}

// The outermost pairs of brackets of a line, as the spans between them. A bracket without its partner is none: one
// forgotten bracket must not make the rest of a text one sentence.
std::vector<Span> bracketed(std::string_view text, Span line) {
  struct Open {
    char32_t closing;
    std::size_t at;
  };
  std::vector<Open> open;
  std::vector<Span> pairs;
  for (std::size_t at = line.begin; at < line.end;) {
    const std::size_t begin = at;
    const char32_t c = next_letter(text, at);
    if (const char32_t expected = closing_of(c); expected != 0) {
      open.push_back({expected, begin});
    } else if (const char32_t close = closing(c); close != 0 && !open.empty() && open.back().closing == close) {
      while (!pairs.empty() && pairs.back().begin > open.back().at) pairs.pop_back();
      pairs.push_back({open.back().at, begin});
      open.pop_back();
    }
  }
  return pairs;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Span> run() && {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = at;
      if (!ends_line(next_letter(text_, at))) continue;
      split({begin, end});
      begin = at;
    }
    split({begin, text_.size()});
    return std::move(sentences_);
  }

 private:
  void split(Span line) {
    const std::vector<Span> pairs = bracketed(text_, line);
    auto pair = pairs.begin();
    std::size_t begin = line.begin;
    for (std::size_t at = line.begin; at < line.end;) {
      if (pair != pairs.end() && at == pair->begin) {
        at = pair++->end;
        continue;
      }
      const char32_t c = next_letter(text_, at);
      if (!ends_sentence(c)) continue;
      const std::size_t end = sentence_end(at, line.end);
      // The ? and ! of addresses and of words like Yahoo!Japan.
      if (c < 0x80 && end == at && at < line.end && static_cast<unsigned char>(text_[at]) < 0x80 &&
          !is_space(static_cast<unsigned char>(text_[at]))) {
        continue;
      }
      add({begin, end});
      begin = at = end;
    }
    add({begin, line.end});
  }

  // Past further ends and the closing brackets after them: 「すごい！？」
  [[nodiscard]] std::size_t sentence_end(std::size_t at, std::size_t line_end) const {
    for (std::size_t next = at; next < line_end; at = next) {
      const char32_t c = next_letter(text_, next);
      if (!ends_sentence(c) && closing(c) == 0) break;
    }
    return at;
  }

  // Without the white space around it.
  void add(Span span) {
    for (std::size_t at = span.begin; at < span.end && is_space(next_letter(text_, at));) span.begin = at;
    while (span.begin < span.end) {
      std::size_t last = span.end - 1;
      while (last > span.begin && !begins_letter(text_[last])) --last;
      std::size_t at = last;
      if (!is_space(next_letter(text_, at))) break;
      span.end = last;
    }
    if (span.begin < span.end) sentences_.push_back(span);
  }

  std::string_view text_;
  std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> sentences(std::string_view text) {
  return Splitter(text).run();
}

}  // namespace chiho
