#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>

#include "bytes/utf8.hpp"
#include "corpus/fault.hpp"
#include "indexer/diff/labels.hpp"
#include "indexer/diff/render.hpp"

namespace chiho {

namespace {

constexpr std::size_t most_titles = 5;  // of what moved from one page to another
constexpr std::size_t context = 16;     // letters of what is the same that stay around a change

// What a terminal and a Markdown page do differently.
struct Style {
  Lang lang;
  std::string_view heading;
  std::string_view after_heading;
  std::string_view item;
  std::string_view field;
  std::string_view removed, removed_end;
  std::string_view added, added_end;
  std::function<std::string(const std::string&)> escaped;
};

std::string one_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  std::string line;
  for (const char byte : text)
    if (byte == '\n')
      line += "⏎";
    else
      line += byte;
  return shown(line, std::numeric_limits<std::size_t>::max() / 8);
}

// What would be read as markup. _ inside a word is none.
std::string markdown_escaped(const std::string& text) {
  constexpr std::string_view marks = "\\`*[]|~";
  std::string out;
  for (const char byte : text) {
    if (marks.find(byte) != std::string_view::npos) out += '\\';
    if (byte == '<')
      out += "&lt;";
    else if (byte == '>')
      out += "&gt;";
    else if (byte == '&')
      out += "&amp;";
    else
      out += byte;
  }
  return out;
}

// A long piece that is the same, cut to what stands next to a change.
std::string shortened(const std::string& text, bool first, bool last) {
  const std::u32string letters = letters_of(text);
  const std::size_t head = first ? 0 : context;
  const std::size_t tail = last ? 0 : context;
  if (letters.size() <= head + tail + 1) return text;
  return utf8_of(letters.substr(0, head)) + "…" + utf8_of(letters.substr(letters.size() - tail));
}

class Renderer {
 public:
  explicit Renderer(const Style& style) : style_(style) {}

  std::string render(const Diff& diff) {
    if (!diff.phones.empty()) heading({"電話", "Phones"});
    for (const Changed& changed : diff.phones) add(changed);
    for (const KindChanges& changes : diff.kinds)
      if (!changes.empty()) add(changes);
    if (!diff.moved.empty()) add_moved(diff.moved);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(const std::string& ja, const std::string& en) const {
    return style_.lang == Lang::ja ? ja : en;
  }
  [[nodiscard]] std::string safe(const std::string& text) const { return style_.escaped(one_line(text)); }

  void line(std::string_view prefix, const std::string& text) { out_ += fmt::format("{}{}\n", prefix, text); }

  void heading(const Text& label) {
    if (!out_.empty()) out_ += "\n";
    line(style_.heading, label.in(style_.lang));
    out_ += style_.after_heading;
  }

  void add(const KindChanges& changes) {
    heading(kind_label(changes.kind));
    for (const ItemName& item : changes.added) line(style_.item, say("追加: ", "added: ") + safe(item.title));
    for (const ItemName& item : changes.removed) line(style_.item, say("削除: ", "removed: ") + safe(item.title));
    for (const Renamed& one : changes.renamed)
      line(style_.item, say("改称: ", "renamed: ") + fmt::format("{} → {}", safe(one.before), safe(one.item.title)));
    for (const Changed& changed : changes.changed) add(changed);
  }

  void add(const Changed& changed) {
    line(style_.item, safe(changed.item.title));
    for (const FieldChange& change : changed.fields) {
      const std::string label = field_label(change.field).in(style_.lang);
      const bool anew = std::ranges::none_of(change.words, [](const Piece& piece) { return piece.step == Step::same; });
      if (change.form == FieldForm::prose && !anew)
        line(style_.field, fmt::format("{}: {}", label, marked(change.words)));
      else
        line(style_.field, fmt::format("{}: {} → {}", label, value(change.before), value(change.after)));
    }
  }

  [[nodiscard]] std::string value(const std::vector<std::string>& values) const {
    if (values.empty()) return say("（なし）", "(none)");
    std::string all;
    for (const std::string& one : values) all += (all.empty() ? "" : say("、", ", ")) + safe(one);
    return all;
  }

  [[nodiscard]] std::string marked(const std::vector<Piece>& pieces) const {
    std::string text;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Piece& piece = pieces[i];
      if (piece.step == Step::removed)
        text += fmt::format("{}{}{}", style_.removed, safe(piece.text), style_.removed_end);
      if (piece.step == Step::added) text += fmt::format("{}{}{}", style_.added, safe(piece.text), style_.added_end);
      if (piece.step == Step::same) text += safe(shortened(piece.text, i == 0, i + 1 == pieces.size()));
    }
    return text;
  }

  // All that moved from one page to another in one line.
  void add_moved(const std::vector<Changed>& moved) {
    std::vector<std::pair<std::string, std::vector<std::string>>> lines;
    std::map<std::string, std::size_t> numbers;
    for (const Changed& changed : moved)
      for (const FieldChange& change : changed.fields) {
        const std::string move = fmt::format("{} → {}", place(change, change.before), place(change, change.after));
        const auto [known, fresh] = numbers.emplace(move, lines.size());
        if (fresh) lines.emplace_back(move, std::vector<std::string>{});
        lines[known->second].second.push_back(changed.item.title);
      }
    heading({"頁などの移動", "Moved"});
    for (auto& [move, titles] : lines) {
      const std::size_t more = titles.size() > most_titles ? titles.size() - most_titles : 0;
      titles.resize(titles.size() - more);
      const std::string rest = more == 0 ? "" : say(fmt::format(" ほか{}件", more), fmt::format(" and {} more", more));
      line(style_.item, fmt::format("{}: {}{}", move, value(titles), rest));
    }
  }

  [[nodiscard]] std::string place(const FieldChange& change, const std::vector<std::string>& values) const {
    std::string all;
    for (const std::string& one : values)
      all += (all.empty() ? "" : say("、", ", ")) + (change.field.starts_with("page") ? "p." : "") + one;
    if (all.empty()) return value(values);
    return change.field == "pdf_page" ? "PDF p." + all : all;
  }

  Style style_;
  std::string out_;
};

}  // namespace

std::string render_diff_text(const Diff& diff, Lang lang) {
  const auto as_it_is = [](const std::string& text) { return text; };
  return Renderer({lang, "", "", "  ", "    ", "[-", "-]", "{+", "+}", as_it_is}).render(diff);
}

std::string render_diff_markdown(const Diff& diff, Lang lang) {
  if (diff.empty()) return "";
  const auto named = [](const EditionName& edition) { return markdown_escaped(one_line(edition.id)); };
  const std::string title =
      fmt::format("# {}{} {} → {}\n\n", markdown_escaped(one_line(diff.after.title)),
                  lang == Lang::ja ? "の変更点" : ": changes,", named(diff.before), named(diff.after));
  const Style style{lang, "## ", "\n", "- ", "  - ", "<del>", "</del>", "<ins>", "</ins>", markdown_escaped};
  return title + Renderer(style).render(diff);
}

}  // namespace chiho
