#include "query/show/text_writer.hpp"

#include <algorithm>

#include "dict/line_layout.hpp"
#include "query/program/terminal.hpp"

namespace chiho {

namespace {

// The longest labels: したいこと, How to apply.
constexpr std::size_t label_width_ja = 10;
constexpr std::size_t label_width_en = 12;
// Below this a column of labels would leave too little beside it.
constexpr std::size_t narrow = 60;

void clean_text(std::string& text) {
  text = for_people(text);
}

void clean_all(std::vector<std::string>& texts) {
  for (auto& text : texts) clean_text(text);
}

}  // namespace

std::string TextWriter::join(const std::vector<std::string>& names) const {
  return fmt::format("{}", fmt::join(names, said(Say::comma, style_.lang)));
}

bool TextWriter::is_narrow() const {
  return paper_.width > 0 && paper_.width < narrow;
}

std::size_t TextWriter::indent() const {
  return is_narrow() ? 2 : 3;
}

void TextWriter::paragraphs(const std::string& text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    line({{text.substr(begin, end - begin)}}, indent());
    begin = end + 1;
  }
}

void TextWriter::field(std::string_view label, const StyledWords& value) {
  if (std::ranges::all_of(value, [](const Styled& words) { return words.text.empty(); })) return;
  const std::size_t column = style_.lang == Lang::ja ? label_width_ja : label_width_en;
  const std::size_t used = is_narrow() ? 0 : display_width(label);
  const std::string gap(label.empty() ? 0 : 2 + (used < column && !is_narrow() ? column - used : 0), ' ');
  const std::size_t rest = is_narrow() ? indent() + 2 : indent() + column + 2;
  StyledWords words{{std::string(label), Style::label, true}, {gap}};
  words.insert(words.end(), value.begin(), value.end());
  line(words, label.empty() ? rest : indent(), rest);
}

void TextWriter::fields(std::string_view label, const std::vector<StyledWords>& values) {
  for (const StyledWords& value : values) field(&value == &values.front() ? label : "", value);
}

StyledWords operator+(StyledWords words, const StyledWords& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

StyledWords page_words(const std::optional<int>& page) {
  if (!page) return {};
  return {{"  "}, {fmt::format("p.{}", *page), Style::page, true}};
}

StyledWords contact_words(const TextWriter& writer, const ContactDetails& contact) {
  StyledWords words{{contact.office}};
  if (!contact.phone.empty()) words.insert(words.end(), {{"  "}, {contact.phone, Style::phone, true}});
  if (!contact.phone.empty() && !contact.extension.empty())
    words.push_back({writer.say(Say::extension, fmt::format("{}", fmt::join(contact.extension, ","))), {}, true});
  for (const auto* address : {&contact.email, &contact.url})
    if (!address->empty()) words.insert(words.end(), {{"  "}, {*address}});
  if (!contact.reachable()) words.insert(words.end(), {{"  "}, {writer.say(Say::no_number)}});
  if (contact.page)
    words = std::move(words) + StyledWords{{"  "}, {fmt::format("p.{}", *contact.page), Style::faint, true}};
  return words;
}

void write_related(TextWriter& writer, const std::vector<Related>& related) {
  for (auto first = related.begin(); first != related.end();) {
    std::vector<StyledWords> titles;
    auto other = first;
    for (; other != related.end() && other->type == first->type; ++other)
      titles.push_back(StyledWords{{other->title}} + page_words(other->page));
    std::string label(said(first->type, writer.lang()));
    if (label.front() >= 'a' && label.front() <= 'z') label.front() += 'A' - 'a';
    writer.fields(label, titles);
    first = other;
  }
}

std::string edition_words(const TextWriter& writer, const EditionNote& edition) {
  return edition.date.empty()
             ? writer.say(Say::edition_plain, edition.title)
             : writer.say(Say::edition_of, edition.title, date_for_people(edition.date, writer.lang()));
}

std::string date_for_people(const std::string& date, Lang lang) {
  if (lang == Lang::en || date.size() < 7) return date;
  const int month = (date[5] - '0') * 10 + (date[6] - '0');
  return fmt::format("{}年{}月", date.substr(0, 4), month);
}

std::string year_ranges(const TextWriter& writer, const std::vector<int>& years) {
  std::vector<std::string> ranges;
  for (std::size_t i = 0; i < years.size(); ++i) {
    const std::size_t first = i;
    while (i + 1 < years.size() && years[i + 1] == years[i] + 1) ++i;
    ranges.push_back(i == first ? std::to_string(years[i]) : fmt::format("{}–{}", years[first], years[i]));
  }
  return writer.join(ranges);
}

std::string typed(const std::string& word) {
  const auto plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || std::string_view("-_./:@%+=,").find(c) != std::string_view::npos;
  };
  const bool wide_space = word.find("\xE3\x80\x80") != std::string::npos;
  if (!word.empty() && !wide_space && std::ranges::all_of(word, plain)) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string for_people(const std::string& text) {
  return for_terminal(text);
}

ContactDetails clean(ContactDetails contact) {
  for (std::string* text : {&contact.office, &contact.phone, &contact.email, &contact.url}) clean_text(*text);
  clean_all(contact.extension);
  return contact;
}

Hit clean(Hit hit) {
  Record& record = hit.record;
  for (std::string* text : {&record.id, &record.title, &record.edition, &record.procedure, &record.text, &record.phone,
                            &record.email, &record.url})
    clean_text(*text);
  for (auto* texts : {&record.office, &record.audience, &record.scheme, &record.need, &record.extension})
    clean_all(*texts);
  for (ContactDetails& contact : hit.contacts) contact = clean(std::move(contact));
  for (Related& other : hit.related) clean_text(other.title);
  return hit;
}

Answer clean(Answer answer) {
  clean_text(answer.query);
  if (answer.corrected) clean_text(*answer.corrected);
  clean_all(answer.words);
  clean_all(answer.suggestions);
  for (Expansion& expansion : answer.expanded) {
    clean_text(expansion.word);
    clean_all(expansion.as);
  }
  for (Hit& hit : answer.hits) hit = clean(std::move(hit));
  for (auto& counts : answer.facets)
    for (FacetCount& count : counts) clean_text(count.value);
  return answer;
}

}  // namespace chiho
