#include "query/show/render_text.hpp"

#include <algorithm>

#include "query/show/hit_writer.hpp"
#include "query/show/render_explanation.hpp"
#include "query/show/text_writer.hpp"

namespace chiho {

namespace {

// How many values of a facet are offered to narrow by.
constexpr std::size_t offered_values = 4;
// So few records are seen at a glance.
constexpr std::uint64_t few = 3;
// Of a long query so many words are named.
constexpr std::size_t named_words = 12;

// A pasted text, or a record that others are to be like, has many.
std::string words_of(const TextWriter& writer, const Answer& answer) {
  if (answer.words.size() <= named_words) return writer.join(answer.words);
  const auto end = answer.words.begin() + static_cast<std::ptrdiff_t>(named_words);
  return writer.say(Say::and_more, writer.join({answer.words.begin(), end}), answer.words.size() - named_words);
}

void write_found(TextWriter& writer, const Answer& answer) {
  const std::string words = words_of(writer, answer);
  std::string found = writer.say(Say::found, answer.total);
  if (!answer.words.empty())
    found = writer.say(answer.match == MatchMode::all ? Say::found_all : Say::found_any, answer.total, words);
  writer.line({{found}});
}

void write_suggestions(TextWriter& writer, const Answer& answer) {
  for (const auto& suggestion : answer.suggestions) writer.line({{writer.say(Say::did_you_mean, suggestion)}});
}

void write_explanation(TextWriter& writer, const Answer& answer) {
  if (!answer.explained) return;
  for (const auto& line : explained_query(*answer.explained, writer.lang()))
    writer.line({{for_people(line.text)}}, line.indent, line.indent + writer.indent());
}

void write_summary(TextWriter& writer, const Answer& answer) {
  if (answer.corrected) writer.line({{writer.say(Say::corrected, answer.query, *answer.corrected)}});
  write_found(writer, answer);
  write_suggestions(writer, answer);
  for (const auto& expansion : answer.expanded)
    writer.line({{fmt::format("{} → {}", expansion.word, writer.join(expansion.as))}}, 0, writer.indent());
  write_explanation(writer, answer);
  for (const auto& edition : answer.editions) writer.line({{edition_words(writer, edition), Style::faint}});
  writer.blank();
}

void write_nothing(TextWriter& writer, const Answer& answer) {
  writer.line({{writer.say(Say::nothing_found)}});
  write_explanation(writer, answer);
  write_suggestions(writer, answer);
  for (const auto& edition : answer.editions) {
    if (edition.contact.office.empty()) continue;
    StyledWords words{{writer.say(Say::ask)}};
    words = std::move(words) + contact_words(writer, edition.contact);
    writer.line(words, 0, writer.indent());
    writer.line({{edition_words(writer, edition), Style::faint}});
  }
}

std::size_t position_of(Field facet) {
  return static_cast<std::size_t>(std::ranges::find(facet_fields, facet) - facet_fields.begin());
}

// Values that would leave fewer records, as options to type. Another value of a facet in use would bring in more.
StyledWords options_to_narrow(const Answer& answer, Field facet) {
  const auto& counts = answer.facets[position_of(facet)];
  StyledWords words;
  if (answer.filtered[position_of(facet)]) return words;
  std::size_t offered = 0;
  for (const FacetCount& count : counts) {
    if (count.count >= answer.total) continue;
    if (offered++ == offered_values) break;
    if (!words.empty()) words.push_back({"  "});
    words.push_back({fmt::format("--{} {}", info(facet).key, typed(count.value)), Style::option, true});
    words.push_back({fmt::format(" ({})", count.count), Style::faint, true});
  }
  return words;
}

void write_narrowing(TextWriter& writer, const Answer& answer) {
  if (answer.total <= few) return;
  bool titled = false;
  for (const Field facet : facet_fields) {
    const StyledWords words = options_to_narrow(answer, facet);
    if (words.empty()) continue;
    if (!titled) writer.line({{writer.say(Say::narrow_by), Style::label}});
    titled = true;
    writer.line(words, writer.indent(), writer.indent() + 2);
  }
}

void write_counts(TextWriter& writer, const std::vector<FacetCount>& counts) {
  for (const auto& count : counts)
    writer.line({{fmt::format("{:>6}{} ", count.count, count.selected ? "*" : " ")},
                 {count.value, count.selected ? Style::title : Style::plain}},
                0, 8);
}

void write_all_facets(TextWriter& writer, const Answer& answer) {
  writer.line({{writer.say(Say::all_facets), Style::label}});
  for (const Field facet : facet_fields) {
    if (answer.facets[position_of(facet)].empty()) continue;
    writer.line({{fmt::format("--{}", info(facet).key), Style::option}}, writer.indent());
    write_counts(writer, answer.facets[position_of(facet)]);
  }
}

// That there is more than this page of the answer shows.
void write_more(TextWriter& writer, const Answer& answer) {
  const auto shown = static_cast<std::uint64_t>(
      std::ranges::count_if(answer.hits, [&](const Hit& hit) { return hit.rank <= answer.total; }));
  const std::uint64_t last = answer.offset + shown;
  if (answer.hits.empty() && answer.offset >= answer.total)
    return writer.line({{writer.say(Say::none_so_far, answer.total, answer.offset)}});
  if (shown == 0 || last >= answer.total) return;
  writer.line({{writer.say(Say::shown_of, answer.total, last, last)}});
  writer.blank();
}

}  // namespace

std::string render_text(const Answer& given, const TextStyle& style) {
  const Answer answer = clean(given);
  TextWriter writer(style);
  if (answer.total == 0 && answer.hits.empty()) {
    write_nothing(writer, answer);
    return writer.take();
  }
  write_summary(writer, answer);
  bool rest = answer.match != MatchMode::all;
  for (const Hit& hit : answer.hits) {
    if (!hit.matched_all && !rest) {
      writer.line({{writer.say(Say::rest), Style::label}});
      writer.blank();
      rest = true;
    }
    write_hit(writer, answer, hit, style.fields);
  }
  write_more(writer, answer);
  if (style.facets)
    write_all_facets(writer, answer);
  else
    write_narrowing(writer, answer);
  return writer.take();
}

std::string render_record(const Hit& given, const std::optional<EditionNote>& edition, const TextStyle& style) {
  TextWriter writer(style);
  write_record(writer, clean(given), edition ? &*edition : nullptr, style.fields);
  return writer.take();
}

std::string render_facets(const Answer& given, const std::vector<Field>& wanted, const TextStyle& style) {
  const Answer answer = clean(given);
  TextWriter writer(style);
  for (const Field facet : wanted) {
    if (wanted.size() > 1)
      writer.line({{std::string(style.lang == Lang::ja ? info(facet).ja : info(facet).en), Style::title},
                   {fmt::format("  --{}", info(facet).key), Style::option}});
    write_counts(writer, answer.facets[position_of(facet)]);
  }
  return writer.take();
}

}  // namespace chiho
