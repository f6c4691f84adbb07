#include "import/import.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "dict/analyzer.hpp"
#include "import/audiences.hpp"
#include "import/corrections.hpp"
#include "import/dating.hpp"
#include "import/letters.hpp"
#include "import/offices.hpp"
#include "import/parts.hpp"
#include "import/reviews.hpp"
#include "import/scheme_links.hpp"
#include "import/slugs.hpp"
#include "import/spellings.hpp"
#include "import/title_page.hpp"
#include "import/unclaimed.hpp"

namespace chiho {
namespace brochure {
namespace {

void append_paragraphs(std::string& text, const std::vector<std::string>& paragraphs) {
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n";
}

std::string joined_by_lines(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n") + paragraph;
  return text;
}

// "外交講座／高校講座": both are names of the scheme.
std::vector<std::string> names_in_title(const std::string& title) {
  constexpr std::size_t shortest = 4;  // letters
  std::vector<std::string> names;
  for (std::string name : split(title, U",，、／/")) {
    if (name.ends_with("等")) name = trimmed(name.substr(0, name.size() - std::string_view("等").size()));
    if (letter_count(name) >= shortest) names.push_back(name);
  }
  return names.size() > 1 ? names : std::vector<std::string>{};
}

void append_labelled(std::vector<std::string>& to, const std::string& label, const std::vector<std::string>& values) {
  for (const std::string& value : values) to.push_back(label + value);
}

// Audiences are read without what stands in brackets.
std::vector<std::string> with_brackets(const Lines& lines) {
  std::vector<std::string> texts;
  for (const Line& line : lines)
    if (without_brackets(line.text) != line.text) texts.push_back(line.text);
  return texts;
}

// A need stands on every page on which one of its cards is.
void stands_on(Need& need, const std::optional<int>& page) {
  if (!page || need.pages.empty() || std::find(need.pages.begin(), need.pages.end(), *page) != need.pages.end()) return;
  need.pages.insert(std::lower_bound(need.pages.begin(), need.pages.end(), *page), *page);
}

class Importer {
 public:
  // `begun` has the pages, and the corrections with their notes.
  Importer(Parts read, const std::string& edition_id, Imported begun)
      : read_(std::move(read)),
        imported_(std::move(begun)),
        spellings_(read_.lines),
        offices_(read_.directory.offices) {
    imported_.edition.id = edition_id;
    needs_ = read_.headings.controlled();
  }

  Imported import() {
    name_schemes();
    link_cases();
    for (const PlacedCard& placed : read_.cards) audiences_.show(audience_lines(placed.card));
    for (std::size_t i = 0; i < read_.cards.size(); ++i) add_scheme(i);
    for (std::size_t i = 0; i < read_.cases.size(); ++i) add_case(i);
    fill_edition();
    give_ids();
    flag_foreign_letters();
    settle_claims();
    note_unclaimed(imported_);
    note_missing_pages();
    note_torn_offices();
    return std::move(imported_);
  }

 private:
  void name_schemes();
  void link_cases();
  Lines audience_lines(const Card& card);
  void add_scheme(std::size_t number);
  void add_case(std::size_t number);
  void place(RecordFile& record, std::size_t line, Reviews& reviews) const;
  void fill_edition();
  void entitle(const TitlePage& printed);
  void give_ids();
  void flag_foreign_letters();
  void settle_claims();
  void note_missing_pages();
  void note_torn_offices();

  Parts read_;
  Imported imported_;
  Spellings spellings_;
  OfficeBook offices_;
  AudienceBook audiences_;
  std::vector<SchemeNames> schemes_;               // of each card
  std::vector<std::optional<std::size_t>> links_;  // case -> card
  std::vector<Need> needs_;
  LineNumbers title_lines_;
};

// Titles and the names in them, no two schemes with one.
void Importer::name_schemes() {
  std::set<std::string> used;
  for (PlacedCard& placed : read_.cards) {
    Card& card = placed.card;
    card.title = spellings_.of(card.title);
    const std::string printed = card.title;
    for (int times = 2; !used.insert(key(card.title)).second; ++times) {
      card.title = printed + "（行 " + std::to_string(card.line) + "）";
      if (times == 2) card.reviews.push_back({card.line, "同じ題名の制度がほかにある"});
      if (times > 2) card.title += std::to_string(times);
    }
  }
  for (const PlacedCard& placed : read_.cards) {
    const Card& card = placed.card;
    SchemeNames names{card.title, {}, card.examples, card.urls.empty() ? "" : card.urls.front()};
    std::vector<std::string> aliases = names_in_title(card.title);
    if (!card.subtitle.empty()) aliases.push_back(card.subtitle);
    for (const std::string& name : aliases)
      if (used.insert(key(name)).second) names.aliases.push_back(name);
    schemes_.push_back(std::move(names));
  }
}

void Importer::link_cases() {
  for (CaseStudy& study : read_.cases) {
    study.heading = spellings_.of(study.heading);
    study.scheme = spellings_.of(study.scheme);
  }
  part_from_sentences(read_.cases, schemes_);
  links_ = link_schemes(schemes_, read_.cases);
}

// Where two columns were merged, the offices that stand before the audiences go to the card's contact.
Lines Importer::audience_lines(const Card& card) {
  Lines lines = card.audience;
  if (!card.columns_merged || lines.empty()) return lines;
  std::string& text = lines.front().text;
  std::size_t cut = offices_.known_beginning(text);
  if (cut == 0) cut = std::min(text.find(' '), text.size());
  text = trimmed(std::string_view(text).substr(cut));
  if (text.empty()) lines.erase(lines.begin());
  return lines;
}

// The numbers printed on the pages are believed; that the contents list said otherwise is noted.
void Importer::place(RecordFile& record, std::size_t line, Reviews& reviews) const {
  record.pdf_page = imported_.pages.pdf_page_of(line);
  const auto printed = imported_.pages.page_of(line);
  if (!printed) return;
  if (record.page && record.page != printed)
    reviews.push_back(
        {line, "印刷された頁は p." + std::to_string(*printed) + "、目次などからは p." + std::to_string(*record.page)});
  record.page = printed;
}

void Importer::add_scheme(std::size_t number) {
  const PlacedCard& placed = read_.cards[number];
  const Card& card = placed.card;
  RecordFile file;
  file.type = RecordType::scheme;
  file.title = card.title;
  file.aliases = schemes_[number].aliases;
  file.page = placed.page;
  Reviews reviews = card.reviews;
  if (constexpr std::size_t shortest = 3; letter_count(card.title) < shortest)
    reviews.push_back({card.line, "題名が短い。ほかの所の切れ端か"});
  Lines contact = card.contact;
  const Lines audience = audience_lines(card);
  if (card.columns_merged && !card.audience.empty()) {
    Line line = card.audience.front();
    const std::size_t kept = audience.size() == card.audience.size() ? audience.front().text.size() : 0;
    line.text = trimmed(line.text.substr(0, line.text.size() - kept));
    contact.push_back(line);
    reviews.push_back({line.number, "連絡先と対象が一行に並んでいたのを分けた"});
  }
  file.office = offices_.read(contact, reviews);
  append_labelled(file.details, "連絡先 ", offices_.remarks(contact, file.office));
  file.audience = audiences_.read(audience, reviews);
  append_labelled(file.details, "主な対象 ", with_brackets(audience));
  for (const std::size_t need : placed.needs) file.need.push_back(needs_[need].name);
  place(file, card.line, reviews);
  if (!file.page) reviews.push_back({card.line, "頁が分からない"});
  for (const std::size_t need : placed.needs) stands_on(needs_[need], imported_.pages.page_of(card.line));
  append_paragraphs(file.text, card.text);
  file.procedure = joined_by_lines(card.procedure);
  file.details.insert(file.details.begin(), card.links.begin(), card.links.end());
  if (!card.urls.empty()) file.url = card.urls.front();
  if (!card.has_fields) {
    const Years years = years_of_event(card.text);
    file.year = years.calendar;
    file.fiscal_year = years.fiscal;
  }
  file.review = told(reviews, imported_.pages);
  imported_.records.push_back(std::move(file));
}

void Importer::add_case(std::size_t number) {
  const CaseStudy& study = read_.cases[number];
  const SchemeNames* scheme = links_[number] ? &schemes_[*links_[number]] : nullptr;
  RecordFile file;
  file.type = RecordType::case_study;
  file.title = study.example.empty() ? spellings_.of(study.title()) : study.title();
  file.page = page_of(study, scheme);
  Reviews reviews = study.reviews;
  place(file, study.line, reviews);
  if (scheme != nullptr) file.scheme = {scheme->title};
  const bool of_scheme = scheme != nullptr && study.heading == scheme->title;
  if (study.heading != file.title && !of_scheme && !study.heading.empty()) file.aliases = {study.heading};
  file.office = offices_.read(study.office, reviews);
  Years years = years_of_dates(study.dates);
  if (years.calendar.empty()) years = years_of_results(study.results);
  if (years.calendar.empty()) years = years_of_results(study.text);
  file.year = years.calendar;
  file.fiscal_year = years.fiscal;
  append_paragraphs(file.text, study.text);
  append_paragraphs(file.text, study.results);
  if (!study.scheme.empty() && (scheme == nullptr || study.scheme != scheme->title) && study.scheme != file.title)
    file.details.push_back("スキーム " + study.scheme);
  file.details.insert(file.details.end(), study.details.begin(), study.details.end());
  append_labelled(file.details, "担当課室 ", offices_.remarks(study.office, file.office));
  file.captions = study.captions;
  file.url = study.url;
  file.review = told(reviews, imported_.pages);
  imported_.records.push_back(std::move(file));
}

void Importer::entitle(const TitlePage& printed) {
  Edition& edition = imported_.edition;
  edition.title = printed.title.empty() ? edition.id : printed.title;
  edition.series = edition.title;
  edition.date = printed.date.empty() ? edition.id : printed.date;
  edition.source = edition.title + "（" + edition.date + "）";
  title_lines_ = printed.lines;
}

void Importer::fill_edition() {
  Edition& edition = imported_.edition;
  entitle(read_title_page(read_.lines, read_.contents.begin));
  edition.needs = needs_;
  edition.audiences = audiences_.audiences();
  edition.offices = offices_.offices();
  const auto last = [&](const std::optional<int>& page) {
    edition.last_page = std::max(edition.last_page, page.value_or(1));
  };
  last(read_.contents.directory_page);
  for (const RecordFile& record : imported_.records) last(record.page);
  for (const Need& need : edition.needs)
    for (const int page : need.pages) last(page);
  if (!edition.offices.empty()) edition.contact = edition.offices.front().name;
}

void Importer::give_ids() {
  const Analyzer analyzer;
  Slugs offices(analyzer, "office");
  Slugs schemes(analyzer, "scheme");
  Slugs cases(analyzer, "case");
  for (Office& office : imported_.edition.offices) office.id = offices.of(office.name);
  for (RecordFile& record : imported_.records)
    record.name = (record.type == RecordType::scheme ? schemes : cases).of(record.title);
}

void Importer::flag_foreign_letters() {
  std::map<std::size_t, std::size_t> record_at;  // first line -> record
  for (std::size_t i = 0; i < read_.cards.size(); ++i) record_at.emplace(read_.cards[i].card.line, i);
  for (std::size_t i = 0; i < read_.cases.size(); ++i) record_at.emplace(read_.cases[i].line, read_.cards.size() + i);
  constexpr std::size_t most = 100;
  std::size_t flagged = 0;
  for (const Line& line : read_.lines) {
    const std::u32string text = letters_of(line.text);
    const auto foreign = std::find_if(text.begin(), text.end(), is_foreign);
    if (foreign == text.end() || flagged++ >= most) continue;
    const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, foreign - text.begin() - 3));
    const std::string words = utf8_of(text.substr(from, 8));
    const Text place = imported_.pages.place(line.number, line.number);
    imported_.notes.push_back({place.ja + ": 日本語の冊子にない文字があります: 「" + words + "」",
                               place.en + ": a letter that no Japanese brochure prints: \"" + words + "\""});
    const auto next = record_at.upper_bound(line.number);
    if (next != record_at.begin())
      imported_.records[std::prev(next)->second].review.push_back("要確認: " + place.ja + " 「" + words + "」の文字");
  }
}

// Records first: what one of them tells is not ignored.
void Importer::settle_claims() {
  Claims claims(imported_.pages.text());
  ignore_layout(claims, read_.lines);
  for (std::size_t i = 0; i < imported_.records.size(); ++i) {
    const bool is_card = i < read_.cards.size();
    const LineNumbers& lines = is_card ? read_.cards[i].card.lines : read_.cases[i - read_.cards.size()].lines;
    claims.claim(lines, LineUse::record, file_of(imported_.records[i]));
  }
  claims.claim(read_.directory.lines, LineUse::directory);
  claims.claim(read_.headings.lines(), LineUse::heading);
  claims.claim(read_.cases_heading, LineUse::heading);
  for (const CaseStudy& study : read_.cases) claims.claim({study.listed}, LineUse::contents);
  claims.claim(read_.contents.used, LineUse::contents);
  claims.claim(title_lines_, LineUse::title);
  claims.ignore(read_.headings.repeats(), {"見出しの繰り返し（頁の変わり目）", "heading repeated on another page"});
  claims.ignore(read_.directory.headings, {"連絡先一覧の見出し", "heading of the directory"});
  claims.ignore(read_.contents.idle, {"目次の見出しの上の見出し", "heading over headings of the contents list"});
  imported_.claims = std::move(claims);
}

void Importer::note_missing_pages() {
  if (read_.contents.needs.empty() && read_.contents.cases.empty())
    imported_.notes.push_back(
        {"目次が見つからないため、頁が分かりません", "no contents list found: pages are unknown"});
  if (!read_.directory.offices.empty() && !read_.contents.directory_page)
    imported_.notes.push_back({"目次に連絡先一覧の頁がありません。offices.toml に page を書いてください",
                               "the contents list has no page for the directory: give it as `page` in offices.toml"});
}

void Importer::note_torn_offices() {
  for (const TornEntry& torn : read_.directory.torn) {
    const Text place = imported_.pages.place(torn.line, torn.line);
    imported_.notes.push_back(
        {place.ja + ": 連絡先一覧の「" + torn.name + "」は上の「" + torn.above + "」の続きではありませんか",
         place.en + ": is \"" + torn.name + "\" in the directory the rest of \"" + torn.above + "\" above it?"});
  }
}

}  // namespace
}  // namespace brochure

Imported import_brochure(std::string_view text, const std::string& edition_id,
                         const std::vector<Correction>& corrections) {
  return import_brochure(std::vector{SourcePage{std::string(text), {}, {}}}, edition_id, corrections);
}

Imported import_brochure(const std::vector<SourcePage>& pages, const std::string& edition_id,
                         const std::vector<Correction>& corrections) {
  Imported begun;
  begun.pages =
      SourcePages(pages, [&](std::string text) { return brochure::corrected(std::move(text), corrections, begun); });
  brochure::Parts parts = brochure::read_parts(begun.pages);
  return brochure::Importer(std::move(parts), edition_id, std::move(begun)).import();
}

}  // namespace chiho
