// What the pages for people have in common: labels in a column, names in a list, whom to call.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/index/metadata.hpp"
#include "query/program/styled_text.hpp"
#include "query/search/answer.hpp"
#include "query/show/render_text.hpp"
#include "query/show/texts.hpp"

namespace chiho {

class TextWriter {
 public:
  explicit TextWriter(const TextStyle& style) : style_(style), paper_{style.width, style.color} {}

  [[nodiscard]] std::string take() { return std::move(text_); }
  [[nodiscard]] Lang lang() const { return style_.lang; }
  template <typename... Values>
  [[nodiscard]] std::string say(Say what, const Values&... values) const {
    return std::string(said(what, style_.lang, values...));
  }
  [[nodiscard]] std::string join(const std::vector<std::string>& names) const;
  [[nodiscard]] bool is_narrow() const;
  // Cells before what belongs to a heading.
  [[nodiscard]] std::size_t indent() const;

  void line(const StyledWords& words, std::size_t first = 0) { line(words, first, first); }
  void line(const StyledWords& words, std::size_t first, std::size_t rest) {
    text_ += laid_out(words, paper_, first, rest);
  }
  void blank() { text_ += '\n'; }
  // Paragraphs of running text, below a heading.
  void paragraphs(const std::string& text);
  // A label and what it says; nothing where that is empty.
  void field(std::string_view label, const StyledWords& value);
  void field(std::string_view label, const std::string& value) { field(label, StyledWords{{value}}); }
  // Several below one label.
  void fields(std::string_view label, const std::vector<StyledWords>& values);

 private:
  TextStyle style_;
  Paper paper_;
  std::string text_;
};

StyledWords operator+(StyledWords words, const StyledWords& more);
// Title and page of each, below the label of its type.
void write_related(TextWriter& writer, const std::vector<Related>& related);
// p.17; nothing where there is none.
StyledWords page_words(const std::optional<int>& page);
// Name, phone with extension, e-mail, URL, page; or that the edition gives none.
StyledWords contact_words(const TextWriter& writer, const ContactDetails& contact);
// 「…」2018年7月版（電話番号はこの時点のもの）
std::string edition_words(const TextWriter& writer, const EditionNote& edition);
// 2018-07 as people write it.
std::string date_for_people(const std::string& date, Lang lang);
// 2013, 2014, 2015, 2018 -> 2013–2015, 2018
std::string year_ranges(const TextWriter& writer, const std::vector<int>& years);
// A word as it can be typed into a shell: quoted where it must be.
std::string typed(const std::string& word);

// Text from outside, which must not steer the terminal.
std::string for_people(const std::string& text);
// The same of all texts in it. (A snippet has been put on one line already.)
Hit clean(Hit hit);
Answer clean(Answer answer);
ContactDetails clean(ContactDetails contact);

}  // namespace chiho
