#include "query/program/styled_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "bytes/utf8.hpp"
#include "dict/line_layout.hpp"

namespace chiho {

namespace {

// A line has room for this much beside its indent, however narrow the paper.
constexpr std::size_t least_room = 10;

constexpr std::array<std::string_view, 9> codes{"", "1", "36", "1;32", "1;33", "2", "1", "32", "2"};  // by Style

bool is_space(char c) {
  return c == ' ';
}

class Paragraph {
 public:
  Paragraph(const StyledWords& spans, const Paper& paper) : paper_(paper) {
    for (const Styled& span : spans) {
      const bool bracketed = span.style == Style::mark && !paper.color;
      std::string text = bracketed ? "【" + span.text + "】" : span.text;
      std::ranges::replace(text, '\n', ' ');
      runs_.push_back({text_.size(), text_.size() + text.size(), span.style, span.whole});
      text_ += text;
    }
  }

  std::string lines(std::size_t first, std::size_t rest) {
    if (paper_.width == 0) return add(first, 0, text_.size()), std::move(out_);
    std::size_t indent = first;
    std::size_t begin = 0;  // of the line
    std::size_t end = 0;
    std::size_t used = 0;
    for (const std::size_t next : pieces(std::min(room(first), room(rest)))) {
      const std::string_view piece = std::string_view(text_).substr(end, next - end);
      const std::size_t ink = display_width(piece.substr(0, piece.find_last_not_of(' ') + 1));
      if (used + ink > room(indent) && used > 0) {
        add(indent, begin, end);
        indent = rest;
        begin = end;
        used = 0;
      }
      used += display_width(piece);
      end = next;
    }
    add(indent, begin, end);
    return std::move(out_);
  }

 private:
  struct Run {
    std::size_t begin, end;
    Style style;
    bool whole;
  };

  [[nodiscard]] std::size_t room(std::size_t indent) const {
    return std::max(paper_.width > indent ? paper_.width - indent : 0, least_room);
  }

  // Ends of what is kept together; what is wider than a line is cut further, between letters at last.
  [[nodiscard]] std::vector<std::size_t> pieces(std::size_t widest) const {
    std::vector<std::size_t> kept;
    const auto all = line_breaks(text_);
    std::size_t begin = 0;
    auto inner = all.begin();
    for (auto at = all.begin(); at != all.end(); ++at) {
      if (is_inside_whole(*at)) continue;
      const bool fits = display_width(std::string_view(text_).substr(begin, *at - begin)) <= widest;
      for (; inner <= at; ++inner)
        if (!fits || inner == at) cut(kept, *inner, widest);
      begin = *at;
    }
    return kept;
  }

  // From the last piece to `end`: one piece, or as many as are needed.
  void cut(std::vector<std::size_t>& kept, std::size_t end, std::size_t widest) const {
    std::size_t begin = kept.empty() ? 0 : kept.back();
    if (display_width(std::string_view(text_).substr(begin, end - begin)) > widest) {
      std::size_t used = 0;
      for (std::size_t at = begin; at < end;) {
        std::size_t next = at + 1;
        while (next < end && !begins_letter(text_[next])) ++next;
        const std::size_t width = display_width(std::string_view(text_).substr(at, next - at));
        if (used + width > widest && at > begin) {
          kept.push_back(at);
          used = 0;
        }
        used += width;
        at = next;
      }
    }
    kept.push_back(end);
  }

  [[nodiscard]] bool is_inside_whole(std::size_t at) const {
    const auto run = std::ranges::lower_bound(runs_, at, {}, &Run::end);
    return run != runs_.end() && run->whole && run->begin < at && at < run->end;
  }

  void add(std::size_t indent, std::size_t begin, std::size_t end) {
    while (begin < end && is_space(text_[begin]) && begin > 0) ++begin;
    while (begin < end && is_space(text_[end - 1])) --end;
    out_.append(begin == end ? 0 : indent, ' ');
    for (const Run& run : runs_) {
      const std::size_t from = std::max(begin, run.begin);
      const std::size_t to = std::min(end, run.end);
      if (from < to) paint(run.style, std::string_view(text_).substr(from, to - from));
    }
    out_ += '\n';
  }

  void paint(Style style, std::string_view words) {
    const std::string_view code = codes[static_cast<std::size_t>(style)];
    if (!paper_.color || code.empty()) {
      out_ += words;
      return;
    }
    out_.append("\x1b[").append(code).append("m").append(words).append("\x1b[0m");
  }

  const Paper& paper_;
  std::string text_;
  std::vector<Run> runs_;
  std::string out_;
};

}  // namespace

std::string laid_out(const StyledWords& spans, const Paper& paper, std::size_t first, std::size_t rest) {
  return Paragraph(spans, paper).lines(first, rest);
}

}  // namespace chiho
