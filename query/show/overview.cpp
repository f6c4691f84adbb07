#include "query/show/overview.hpp"

#include <algorithm>

#include "dict/line_layout.hpp"
#include "query/search/contacts.hpp"
#include "query/show/text_writer.hpp"

namespace chiho {

namespace {

constexpr std::size_t widest_example = 56;

struct Example {
  std::string typed;  // behind chiho-search
  Say what;
};

std::string records_by_type(const TextWriter& writer, const Metadata& metadata) {
  std::vector<std::string> counts;
  for (std::size_t type = 0; type < metadata.records.size(); ++type)
    if (metadata.records[type] > 0)
      counts.push_back(
          writer.say(Say::records, said(static_cast<RecordType>(type), writer.lang()), metadata.records[type]));
  return writer.join(counts);
}

void write_edition(TextWriter& writer, const Edition& edition) {
  const EditionNote note = note_of(edition);
  writer.line({{for_people(edition.id), Style::option}, {"  " + for_people(edition_words(writer, note))}},
              writer.indent(), writer.indent() + 2);
  writer.line({{writer.say(Say::pages_of_edition, edition.first_page, edition.last_page, edition.offices.size())}},
              writer.indent() + 2);
  if (note.contact.office.empty()) return;
  StyledWords words{{writer.say(Say::ask)}};
  words = std::move(words) + contact_words(writer, clean(note.contact));
  writer.line(words, writer.indent() + 2);
}

// Names of the newest edition, so that every example finds something.
std::vector<Example> examples_of(const TextWriter& writer, const Edition* edition) {
  std::vector<Example> examples;
  const std::string words = writer.say(Say::words_placeholder);
  if (edition == nullptr || edition->schemes.empty())
    examples.push_back({words, Say::example_words});
  else
    examples.push_back({typed(edition->schemes.front().name), Say::example_words});
  if (edition != nullptr) {
    if (!edition->needs.empty()) examples.push_back({typed(edition->needs.front().name), Say::example_need});
    if (!edition->audiences.empty())
      examples.push_back({"--audience " + typed(edition->audiences.front().name), Say::example_audience});
    if (!edition->offices.empty())
      examples.push_back({"contact " + typed(edition->offices.front().name), Say::example_contact});
    if (!edition->needs.empty()) examples.push_back({"needs", Say::example_needs});
  }
  examples.push_back({"facets", Say::example_facets});
  examples.push_back({"--help", Say::example_help});
  return examples;
}

// What each finds stands in a column beside them, where there is room.
void write_examples(TextWriter& writer, const std::vector<Example>& examples) {
  writer.line({{writer.say(Say::how_to_ask), Style::label}});
  std::size_t column = 0;
  for (const Example& example : examples)
    column = std::max(column, display_width("chiho-search " + example.typed) + writer.indent() + 2);
  const bool beside = !writer.is_narrow() && column <= widest_example;
  for (const Example& example : examples) {
    StyledWords words{{"chiho-search "}, {for_people(example.typed), Style::option}};
    const Styled meaning{writer.say(example.what), Style::faint};
    const std::size_t used = display_width("chiho-search " + example.typed) + writer.indent();
    if (beside) words = std::move(words) + StyledWords{{std::string(column - used, ' ')}, meaning};
    writer.line(words, writer.indent(), beside ? column : writer.indent() + 2);
    if (!beside) writer.line({meaning}, writer.indent() + 4);
  }
}

}  // namespace

std::string render_overview(const Metadata& metadata, const TextStyle& style) {
  TextWriter writer(style);
  if (metadata.record_count() == 0)
    writer.line({{writer.say(Say::nothing_held)}});
  else
    writer.line({{writer.say(Say::holds, metadata.record_count(), records_by_type(writer, metadata))}});
  for (const Edition& edition : metadata.editions) write_edition(writer, edition);
  writer.blank();
  const auto newest = metadata.newest_editions();
  write_examples(writer, examples_of(writer, newest.empty() ? nullptr : metadata.edition(newest.front())));
  return writer.take();
}

}  // namespace chiho
