#include "query/show/hit_writer.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "bytes/utf8.hpp"
#include "query/show/render_explanation.hpp"

namespace chiho {

namespace {

// What a part of a hit is written from. The edition may be null.
struct Part {
  TextWriter& writer;
  const Hit& hit;
  const EditionNote* edition;
};

StyledWords marked(const Snippet& snippet) {
  StyledWords words;
  std::size_t position = 0;
  auto mark = snippet.highlights.begin();
  bool inside = false;
  words.push_back({});
  for (const char c : snippet.text) {
    if (begins_letter(c)) {
      if (inside && position == mark->end) {
        words.push_back({});
        inside = false;
        ++mark;
      }
      if (!inside && mark != snippet.highlights.end() && position == mark->begin) {
        words.push_back({"", Style::mark, true});
        inside = true;
      }
      ++position;
    }
    words.back().text += c;
  }
  return words;
}

void write_snippet(const Part& part) {
  if (!part.hit.snippet.text.empty()) part.writer.line(marked(part.hit.snippet), part.writer.indent());
}

// The edition's general contact is offered where an office cannot be reached, or there is none.
void write_contacts(const Part& part) {
  bool unreachable = part.hit.contacts.empty();
  bool general = false;
  std::vector<StyledWords> lines;
  for (const auto& contact : part.hit.contacts) {
    lines.push_back(contact_words(part.writer, contact));
    unreachable |= !contact.reachable();
    general |= part.edition != nullptr && contact.office == part.edition->contact.office;
  }
  part.writer.fields(said(Say::contacts, part.writer.lang()), lines);
  if (!unreachable || general || part.hit.record.type == RecordType::page || part.edition == nullptr) return;
  if (!part.edition->contact.office.empty())
    part.writer.field(said(Say::general_contact, part.writer.lang()),
                      contact_words(part.writer, part.edition->contact));
}

void write_related(const Part& part) {
  chiho::write_related(part.writer, part.hit.related);
}

void write_years(const Part& part) {
  part.writer.field(said(Say::year, part.writer.lang()), year_ranges(part.writer, part.hit.record.year));
}

void write_fiscal_years(const Part& part) {
  part.writer.field(said(Say::fiscal_year, part.writer.lang()), year_ranges(part.writer, part.hit.record.fiscal_year));
}

void write_score(const Part& part) {
  part.writer.field(said(Say::score, part.writer.lang()), fmt::format("{:.6f}", part.hit.score));
}

void write_nothing(const Part&) {}

// The rest stand with their label of the table of fields.
constexpr std::array<std::pair<std::string_view, void (*)(const Part&)>, 9> parts{{
    {"rank", write_nothing},  // in the heading
    {"title", write_nothing},
    {"snippet", write_snippet},
    {"contacts", write_contacts},
    {"related", write_related},
    {"year", write_years},
    {"fiscal_year", write_fiscal_years},
    {"score", write_score},
    {"matched_all", write_nothing},  // a line stands between
}};

void write_part(const Part& part, std::string_view name) {
  const auto own = std::ranges::find(parts, name, [](const auto& known) { return known.first; });
  if (own != parts.end()) return own->second(part);
  const auto field = std::ranges::find(fields, name, &FieldInfo::key);
  if (field == fields.end()) return;
  const std::string_view label = part.writer.lang() == Lang::ja ? field->ja : field->en;
  part.writer.field(label, part.writer.join(values(part.hit.record, field->field)));
}

void write_heading(TextWriter& writer, const Hit& hit) {
  const Record& record = hit.record;
  StyledWords words{{fmt::format("{}. ", hit.rank)}, {record.title.empty() ? record.id : record.title, Style::title}};
  words.insert(words.end(), {{"  "}, {fmt::format("[{}]", said(record.type, writer.lang())), Style::kind, true}});
  words = std::move(words) + page_words(record.page);
  if (record.pdf_page)
    words.insert(words.end(), {{"  "}, {fmt::format("(PDF {})", *record.pdf_page), Style::faint, true}});
  writer.line(words, 0, writer.indent());
}

// Where several editions answer, each hit says of which date it is.
void write_id(TextWriter& writer, const Answer& answer, const Hit& hit, const EditionNote* edition) {
  StyledWords words{{hit.record.id, Style::faint}};
  if (answer.editions.size() > 1 && edition != nullptr && !edition->date.empty())
    words.push_back(
        {"  " + writer.say(Say::edition_of_hit, date_for_people(edition->date, writer.lang())), Style::faint, true});
  writer.line(words, writer.indent());
}

const std::vector<std::string>& usual_fields() {
  static const std::vector<std::string> names{"snippet",  "procedure", "contacts", "related",
                                              "audience", "need",      "year"};
  return names;
}

}  // namespace

void write_hit(TextWriter& writer, const Answer& answer, const Hit& hit, const std::vector<std::string>& names) {
  const auto found = std::ranges::find(answer.editions, hit.record.edition, &EditionNote::id);
  const EditionNote* edition = found == answer.editions.end() ? nullptr : &*found;
  write_heading(writer, hit);
  for (const auto& name : names.empty() ? usual_fields() : names) write_part({writer, hit, edition}, name);
  if (names.empty()) write_id(writer, answer, hit, edition);
  const Hit* before = &hit == answer.hits.data() ? nullptr : &hit - 1;
  for (const auto& line : explained_hit(hit, before, writer.lang()))
    writer.line({{for_people(line.text)}}, writer.indent() + line.indent, 2 * writer.indent() + line.indent);
  writer.blank();
}

void write_record(TextWriter& writer, const Hit& hit, const EditionNote* edition,
                  const std::vector<std::string>& names) {
  const Record& record = hit.record;
  writer.line({{record.title.empty() ? record.id : record.title, Style::title}});
  StyledWords words{{std::string(said(record.type, writer.lang())), Style::kind, true}};
  words = std::move(words) + page_words(record.page);
  if (record.pdf_page)
    words.insert(words.end(), {{"  "}, {fmt::format("(PDF {})", *record.pdf_page), Style::faint, true}});
  words.insert(words.end(), {{"  "}, {record.id, Style::faint}});
  writer.line(words, writer.indent());
  writer.blank();
  const Part part{writer, hit, edition};
  if (!names.empty()) {
    for (const auto& name : names) write_part(part, name);
    return;
  }
  writer.paragraphs(record.text);
  if (!record.text.empty()) writer.blank();
  for (const char* name : {"procedure", "contacts", "related", "audience", "need", "year", "fiscal_year"})
    write_part(part, name);
  if (record.type != RecordType::contact) write_part(part, "url");
  if (edition == nullptr) return;
  writer.blank();
  writer.line({{edition_words(writer, *edition), Style::faint}});
}

}  // namespace chiho
