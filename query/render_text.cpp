#include "query/render_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "query/terminal.hpp"

namespace chiho {

namespace {

// How many values of a facet are offered to narrow by.
constexpr std::size_t offered_values = 5;

const Text& type_label(RecordType type) {
  static const std::array<Text, 4> labels{
      {{"制度", "scheme"}, {"事業例", "case"}, {"連絡先", "contact"}, {"文書", "page"}}};
  return labels[static_cast<std::size_t>(type)];
}

// 2018-07 as people write it.
std::string date_for_people(const std::string& date, Lang lang) {
  if (lang == Lang::en || date.size() < 7) return date;
  const int month = (date[5] - '0') * 10 + (date[6] - '0');
  return fmt::format("{}年{}月", date.substr(0, 4), month);
}

// 2013, 2014, 2015, 2018 -> 2013–2015, 2018
std::string year_ranges(const std::vector<int>& years, Lang lang) {
  std::string text;
  for (std::size_t i = 0; i < years.size(); ++i) {
    const std::size_t first = i;
    while (i + 1 < years.size() && years[i + 1] == years[i] + 1) ++i;
    if (!text.empty()) text += lang == Lang::ja ? "、" : ", ";
    text += std::to_string(years[first]);
    if (i > first) text += fmt::format("–{}", years[i]);
  }
  return text;
}

class Writer {
 public:
  explicit Writer(const TextStyle& style) : style_(style) {}

  std::string text;

  [[nodiscard]] std::string say(const Text& both) const { return both.in(style_.lang); }
  [[nodiscard]] std::string bold(const std::string& words) const { return paint("1", words); }
  [[nodiscard]] std::string faint(const std::string& words) const { return paint("2", words); }
  [[nodiscard]] std::string join(const std::vector<std::string>& names) const {
    return fmt::format("{}", fmt::join(names, style_.lang == Lang::ja ? "、" : ", "));
  }
  [[nodiscard]] std::string page(const std::optional<int>& number) const {
    return number ? fmt::format("p.{}", *number) : std::string();
  }
  [[nodiscard]] Lang lang() const { return style_.lang; }

  // Marks lie apart from each other, in code points.
  [[nodiscard]] std::string marked(const Snippet& snippet) const {
    std::string result;
    std::size_t position = 0;
    auto mark = snippet.highlights.begin();
    for (const char c : snippet.text) {
      if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
        if (mark != snippet.highlights.end() && position == mark->end) {
          result += style_.color ? "\x1b[0m" : "】";
          ++mark;
        }
        if (mark != snippet.highlights.end() && position == mark->begin) result += style_.color ? "\x1b[1;33m" : "【";
        ++position;
      }
      result += c;
    }
    if (mark != snippet.highlights.end()) result += style_.color ? "\x1b[0m" : "】";
    return result;
  }

  void line(const std::string& words) { text += words + "\n"; }
  void field(const Text& label, const std::string& value) {
    if (!value.empty()) line(fmt::format("   {}  {}", faint(say(label)), value));
  }

 private:
  [[nodiscard]] std::string paint(const char* code, const std::string& words) const {
    return style_.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : words;
  }

  const TextStyle& style_;
};

std::string contact_line(const Writer& writer, const ContactDetails& contact) {
  std::vector<std::string> parts{writer.bold(contact.office)};
  if (!contact.phone.empty()) {
    std::string phone = contact.phone;
    if (!contact.extension.empty())
      phone += writer.say({" 内線", " ext. "}) + fmt::format("{}", fmt::join(contact.extension, ","));
    parts.push_back(phone);
  }
  if (!contact.email.empty()) parts.push_back(contact.email);
  if (!contact.url.empty()) parts.push_back(contact.url);
  if (!contact.reachable())
    parts.push_back(writer.say({"（この版に電話番号の記載はありません）", "(no number in this edition)"}));
  if (contact.page) parts.push_back(writer.faint(writer.page(contact.page)));
  return fmt::format("{}", fmt::join(parts, "  "));
}

const EditionNote* edition_of(const Answer& answer, const Record& record) {
  const auto found = std::ranges::find(answer.editions, record.edition, &EditionNote::id);
  return found == answer.editions.end() ? nullptr : &*found;
}

void write_contacts(Writer& writer, const Hit& hit, const EditionNote* edition) {
  bool unreachable = false;
  bool general = false;
  for (const auto& contact : hit.contacts) {
    writer.field({"連絡先", "Contact"}, contact_line(writer, contact));
    unreachable |= !contact.reachable();
    general |= edition != nullptr && contact.office == edition->contact.office;
  }
  const bool offer = (unreachable || hit.contacts.empty()) && !general && hit.record.type != RecordType::page;
  if (offer && edition != nullptr && !edition->contact.office.empty())
    writer.field({"総合窓口", "General contact"}, contact_line(writer, edition->contact));
}

void write_related(Writer& writer, const Hit& hit) {
  for (const auto& other : hit.related)
    writer.field(type_label(other.type), fmt::format("{}  {}", other.title, writer.faint(writer.page(other.page))));
}

void write_facets_of(Writer& writer, const Record& record) {
  writer.field({"対象", "Audience"}, writer.join(record.audience));
  writer.field({"したいこと", "Need"}, writer.join(record.need));
  writer.field({"年", "Year"}, year_ranges(record.year, writer.lang()));
}

void write_heading(Writer& writer, const Hit& hit) {
  const Record& record = hit.record;
  const std::string title = record.title.empty() ? record.id : record.title;
  std::string heading = fmt::format("{}. {}", hit.rank, writer.bold(title));
  heading += fmt::format("  [{}]", writer.say(type_label(record.type)));
  if (record.page) heading += "  " + writer.bold(writer.page(record.page));
  if (record.pdf_page) heading += writer.faint(fmt::format("  (PDF {})", *record.pdf_page));
  writer.line(heading);
}

// Where several editions answer, each hit says of which date it is.
std::string date_among_several(const Writer& writer, const Answer& answer, const Record& record) {
  const EditionNote* edition = edition_of(answer, record);
  if (answer.editions.size() < 2 || edition == nullptr || edition->date.empty()) return "";
  return writer.say(
      {fmt::format("  {}版", date_for_people(edition->date, Lang::ja)), fmt::format("  edition of {}", edition->date)});
}

void write_hit(Writer& writer, const Answer& answer, const Hit& hit) {
  write_heading(writer, hit);
  if (!hit.snippet.text.empty()) writer.line("   " + writer.marked(hit.snippet));
  writer.field({"手続き", "How to apply"}, hit.record.procedure);
  write_contacts(writer, hit, edition_of(answer, hit.record));
  write_related(writer, hit);
  write_facets_of(writer, hit.record);
  writer.line("   " + writer.faint(hit.record.id + date_among_several(writer, answer, hit.record)));
  writer.line("");
}

std::string edition_line(const Writer& writer, const EditionNote& edition) {
  if (edition.date.empty()) return edition.title;
  return writer.say(
      {fmt::format("「{}」{}版（電話番号はこの時点のもの）", edition.title, date_for_people(edition.date, Lang::ja)),
       fmt::format("{}, edition of {} (numbers are of that date)", edition.title, edition.date)});
}

void write_summary(Writer& writer, const Answer& answer) {
  if (answer.corrected)
    writer.line(writer.say(
        {fmt::format("「{}」は見つからないので「{}」で探しました。", answer.query, *answer.corrected),
         fmt::format("Nothing found for \"{}\"; searched \"{}\" instead.", answer.query, *answer.corrected)}));
  const std::string words = writer.join(answer.words);
  if (answer.words.empty())
    writer.line(writer.say({fmt::format("{}件", answer.total), fmt::format("{} found", answer.total)}));
  else if (answer.match == MatchMode::all)
    writer.line(writer.say({fmt::format("{}件（すべての語に一致: {}）", answer.total, words),
                            fmt::format("{} found with every word: {}", answer.total, words)}));
  else
    writer.line(writer.say({fmt::format("{}件（いずれかの語に一致: {}）", answer.total, words),
                            fmt::format("{} found with some of the words: {}", answer.total, words)}));
  for (const auto& suggestion : answer.suggestions)
    writer.line(fmt::format("{} {}", writer.say({"もしかして:", "Did you mean:"}), suggestion));
  for (const auto& expansion : answer.expanded)
    writer.line(fmt::format("{} → {}", expansion.word, writer.join(expansion.as)));
  for (const auto& edition : answer.editions) writer.line(writer.faint(edition_line(writer, edition)));
  writer.line("");
}

void write_nothing(Writer& writer, const Answer& answer) {
  writer.line(writer.say({"見つかりませんでした。", "Nothing found."}));
  for (const auto& suggestion : answer.suggestions)
    writer.line(fmt::format("{} {}", writer.say({"もしかして:", "Did you mean:"}), suggestion));
  for (const auto& edition : answer.editions) {
    if (edition.contact.office.empty()) continue;
    writer.line(fmt::format("{} {}", writer.say({"お問い合わせ:", "Ask:"}), contact_line(writer, edition.contact)));
    writer.line(writer.faint(edition_line(writer, edition)));
  }
}

void write_facet(Writer& writer, const Answer& answer, Field facet, std::size_t most) {
  const auto position = static_cast<std::size_t>(std::ranges::find(facet_fields, facet) - facet_fields.begin());
  std::vector<std::string> offered;
  for (const auto& count : answer.facets[position]) {
    if (offered.size() == most) break;
    offered.push_back(fmt::format("{} ({})", count.selected ? writer.bold(count.value) : count.value, count.count));
  }
  if (!offered.empty())
    writer.line(
        fmt::format("   --{:<9} {}", info(facet).key, fmt::join(offered, writer.lang() == Lang::ja ? "、" : ", ")));
}

void write_narrowing(Writer& writer, const Answer& answer, bool all) {
  if (answer.total < 2 && !all) return;
  writer.line(writer.faint(writer.say({"絞り込み", "Narrow by"})));
  for (const Field facet : facet_fields) {
    const auto position = static_cast<std::size_t>(std::ranges::find(facet_fields, facet) - facet_fields.begin());
    if (all || answer.facets[position].size() > 1) write_facet(writer, answer, facet, all ? SIZE_MAX : offered_values);
  }
}

void clean(std::string& text) {
  text = for_terminal(text);
}

void clean(std::vector<std::string>& texts) {
  for (auto& text : texts) clean(text);
}

// What came from outside must not steer the terminal. (A snippet has been put on one line already.)
Hit clean(Hit hit) {
  Record& record = hit.record;
  for (std::string* text : {&record.id, &record.title, &record.procedure, &record.text, &record.url}) clean(*text);
  for (auto* texts : {&record.audience, &record.need}) clean(*texts);
  for (ContactDetails& contact : hit.contacts)
    for (std::string* text : {&contact.office, &contact.phone, &contact.email, &contact.url}) clean(*text);
  for (Related& other : hit.related) clean(other.title);
  return hit;
}

Answer clean(Answer answer) {
  clean(answer.query);
  if (answer.corrected) clean(*answer.corrected);
  clean(answer.words);
  clean(answer.suggestions);
  for (Expansion& expansion : answer.expanded) {
    clean(expansion.word);
    clean(expansion.as);
  }
  for (Hit& hit : answer.hits) hit = clean(std::move(hit));
  for (auto& counts : answer.facets)
    for (FacetCount& count : counts) clean(count.value);
  return answer;
}

}  // namespace

std::string render_text(const Answer& given, const TextStyle& style) {
  const Answer answer = clean(given);
  Writer writer(style);
  if (answer.total == 0 && answer.hits.empty()) {
    write_nothing(writer, answer);
    return writer.text;
  }
  write_summary(writer, answer);
  bool rest = answer.match != MatchMode::all;
  for (const Hit& hit : answer.hits) {
    if (!hit.matched_all && !rest) {
      writer.line(writer.faint(writer.say({"── 一部の語に一致 ──", "── with some of the words ──"})));
      writer.line("");
      rest = true;
    }
    write_hit(writer, answer, hit);
  }
  write_narrowing(writer, answer, style.facets);
  return writer.text;
}

std::string render_record(const Hit& given, const std::optional<EditionNote>& edition, const TextStyle& style) {
  Writer writer(style);
  const Hit hit = clean(given);
  const Record& record = hit.record;
  writer.line(writer.bold(record.title.empty() ? record.id : record.title));
  writer.line(fmt::format("   {}  {}  {}", writer.say(type_label(record.type)), writer.page(record.page), record.id));
  writer.line("");
  if (!record.text.empty()) writer.line(record.text);
  writer.field({"手続き", "How to apply"}, record.procedure);
  write_contacts(writer, hit, edition ? &*edition : nullptr);
  write_related(writer, hit);
  write_facets_of(writer, record);
  writer.field({"URL", "URL"}, record.type == RecordType::contact ? std::string() : record.url);
  if (edition) writer.line(writer.faint(edition_line(writer, *edition)));
  return writer.text;
}

std::string render_overview(const Metadata& metadata, const TextStyle& style) {
  Writer writer(style);
  std::vector<std::string> counts;
  for (std::size_t type = 0; type < metadata.records.size(); ++type)
    if (metadata.records[type] > 0)
      counts.push_back(
          fmt::format("{} {}", writer.say(type_label(static_cast<RecordType>(type))), metadata.records[type]));
  writer.line(
      writer.say({fmt::format("この索引には{}件あります（{}）。", metadata.record_count(), writer.join(counts)),
                  fmt::format("This index holds {} records ({}).", metadata.record_count(), writer.join(counts))}));
  for (const Edition& edition : metadata.editions)
    writer.line(fmt::format("   {}  {}  {}", edition.id, edition.title, date_for_people(edition.date, style.lang)));
  writer.line("");
  writer.line(writer.say({"使い方の例:", "Ask, for example:"}));
  for (const char* example : {"chiho-search 無償資金協力 水道", "chiho-search 外国の都市と交流したい",
                              "chiho-search --audience 企業 海外 展示", "chiho-search facets office",
                              "chiho-search needs", "chiho-search --help"})
    writer.line(fmt::format("   {}", example));
  return writer.text;
}

std::string render_needs(const Metadata& metadata, const TextStyle& style) {
  Writer writer(style);
  const auto newest = metadata.newest_editions();
  for (const Edition& edition : metadata.editions) {
    if (std::ranges::find(newest, edition.id) == newest.end()) continue;
    writer.line(writer.bold(edition.title) + "  " + date_for_people(edition.date, style.lang));
    std::string group;
    for (const Need& need : edition.needs) {
      if (need.group != group) writer.line("  " + (group = need.group));
      std::vector<std::string> pages;
      for (const int page : need.pages) pages.push_back(fmt::format("p.{}", page));
      writer.line(fmt::format("    {}  {}", need.name, writer.faint(fmt::format("{}", fmt::join(pages, " ")))));
    }
  }
  return writer.text;
}

std::string render_facets(const Answer& answer, const std::vector<Field>& wanted, const TextStyle& style) {
  Writer writer(style);
  for (const Field facet : wanted) {
    const auto position = static_cast<std::size_t>(std::ranges::find(facet_fields, facet) - facet_fields.begin());
    if (wanted.size() > 1)
      writer.line(writer.bold(writer.say({std::string(info(facet).ja), std::string(info(facet).en)})));
    for (const auto& count : answer.facets[position]) writer.line(fmt::format("{:>6}  {}", count.count, count.value));
  }
  return writer.text;
}

}  // namespace chiho
