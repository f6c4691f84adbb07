#include "import/directory.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "import/contact_data.hpp"
#include "import/letters.hpp"
#include "import/offices.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t longest_name = 80;     // letters
constexpr std::size_t longest_heading = 30;  // letters

bool is_entry_mark(char32_t letter) {
  return std::u32string_view(U"●○◎★").find(letter) != std::u32string_view::npos;
}

// Markup of a converter: <h3>, </p>, <br />. Written small, unlike an organisation in brackets: <JICA>.
std::string without_markup(std::string_view text) {
  constexpr std::array<std::string_view, 22> names{"h1", "h2",  "h3",   "h4",    "h5",     "h6", "p",  "br",
                                                   "b",  "i",   "u",    "td",    "tr",     "th", "ul", "li",
                                                   "a",  "div", "span", "table", "strong", "em"};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t name = at + 1;
    if (text[at] == '<' && name < text.size() && text[name] == '/') ++name;
    std::size_t end = name;
    while (end < text.size() && end - name < 8 && (text[end] >= 'a' && text[end] <= 'z')) ++end;
    while (end < text.size() && end - name < 8 && text[end] >= '0' && text[end] <= '9') ++end;
    const bool named =
        text[at] == '<' && std::find(names.begin(), names.end(), text.substr(name, end - name)) != names.end();
    while (named && end < text.size() && (text[end] == ' ' || text[end] == '/')) ++end;
    if (named && end < text.size() && text[end] == '>') {
      at = end + 1;
      out += ' ';
    } else {
      out += text[at++];
    }
  }
  return out;
}

struct Piece {
  ContactData data;
  bool starts = false;  // an entry's mark stood before it
};

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  for (const std::string& cell : split(without_markup(line), U"\t|")) {
    std::u32string text;
    bool starts = false;
    const auto end_piece = [&] {
      if (const std::string piece = trimmed(utf8_of(text)); !piece.empty())
        pieces.push_back({contact_data(piece), starts});
      text.clear();
    };
    for (const char32_t letter : letters_of(cell)) {
      if (is_entry_mark(letter)) {
        end_piece();
        starts = true;
      } else {
        text.push_back(letter);
      }
    }
    end_piece();
  }
  return pieces;
}

struct Entry {
  LineNumbers lines;
  bool marked = false;  // an entry's mark stood before it: its name may go on in the next line
  std::string name;
  ContactData data;
  std::string note;
};

class EntryReader {
 public:
  void line(const Line& line) {
    line_ = line.number;
    const std::vector<Piece> pieces = pieces_of(line.text);
    const bool goes_on = !pieces.empty() && !pieces.front().starts && !entries_.empty() && entries_.back().marked;
    if (!goes_on && !pieces.empty() && !pieces.front().data.before.empty()) drop_heading();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool data_follows = i + 1 < pieces.size() && !pieces[i + 1].starts && pieces[i + 1].data.before.empty();
      const bool described = is_described(pieces, i);
      piece(pieces[i], data_follows || described);
      if (described) append_text(entries_.back().note, pieces[++i].data.before);
    }
  }
  std::vector<Entry> take() {
    drop_heading();
    return std::move(entries_);
  }
  [[nodiscard]] const LineNumbers& headings() const { return headings_; }
  [[nodiscard]] const LineNumbers& lost() const { return lost_; }

 private:
  // An office, what it does, its phone.
  static bool is_described(const std::vector<Piece>& pieces, std::size_t i) {
    if (i + 2 >= pieces.size() || pieces[i + 1].starts || pieces[i + 2].starts) return false;
    return pieces[i].data.empty() && pieces[i + 1].data.empty() && pieces[i + 2].data.before.empty() &&
           ends_like_office(pieces[i].data.before);
  }
  // A name to which no data came was a heading, unless it was marked as an entry.
  void drop_heading() {
    if (entries_.empty() || !entries_.back().data.empty()) return;
    const Entry& entry = entries_.back();
    const bool heading = !entry.marked && letter_count(entry.name) <= longest_heading && !entry.name.ends_with("。");
    LineNumbers& to = heading ? headings_ : lost_;
    to.insert(to.end(), entry.lines.begin(), entry.lines.end());
    entries_.pop_back();
  }
  void piece(const Piece& piece, bool data_follows) {
    const std::string& name = piece.data.before;
    const bool open = !entries_.empty();
    const bool remark = open && !piece.starts && piece.data.empty() && !data_follows && !entries_.back().data.empty();
    if (remark) {
      entries_.back().lines.push_back(line_);
      append_text(entries_.back().note, name);
      return;
    }
    if (!open || piece.starts || (!name.empty() && !entries_.back().data.empty())) {
      drop_heading();
      entries_.push_back({{}, piece.starts, name, {}, {}});
    } else if (!name.empty()) {
      entries_.back().name += " " + name;
    }
    entries_.back().lines.push_back(line_);
    add(entries_.back().data, piece.data);
    append_text(entries_.back().note, piece.data.after);
  }

  std::vector<Entry> entries_;
  std::size_t line_ = 0;
  LineNumbers headings_;
  LineNumbers lost_;
};

// "<JICA>国内事業部 大学連携課": what stands in < >, and the rest. Of "<<一財>X>" the inner one is a legal form.
struct Organisations {
  std::vector<std::string> names;
  std::string form;
  std::string rest;
};
Organisations organisations_of(std::string_view name) {
  Organisations found;
  std::u32string text;
  int depth = 0;
  for (const char32_t letter : letters_of(narrowed(name))) {
    if (letter == '<' || letter == U'〈' || letter == U'《') {
      if (depth++ == 0) found.rest += utf8_of(text), text.clear();
    } else if ((letter == '>' || letter == U'〉' || letter == U'》') && depth > 0) {
      if (--depth == 0) found.names.push_back(closed_up(utf8_of(text)));
      if (depth > 0) found.form += utf8_of(text);
      text.clear();
    } else {
      text.push_back(letter);
    }
  }
  found.rest = trimmed(found.rest + utf8_of(text));
  return found;
}

bool is_abbreviation(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// "X室・Y室" are two offices, "文化交流・海外広報課" is one.
std::vector<std::string> names_on_one_phone(std::string_view name) {
  const std::vector<std::string> parts = split(name, U"・、／/");
  const bool offices = std::all_of(parts.begin(), parts.end(), [](const auto& part) { return ends_like_office(part); });
  return offices && parts.size() > 1 ? parts : std::vector{std::string(name)};
}

void append_note(std::string& note, std::string_view more) {
  if (!note.empty() && !more.empty()) note += "、";
  note += more;
}

std::vector<Office> offices_of(const Entry& entry, std::optional<int> page) {
  std::vector<std::string> remarks;
  const Organisations found = organisations_of(without_brackets(entry.name, &remarks));
  const std::string rest = closed_up(found.rest);
  Office office;
  office.page = page;
  for (const std::string& remark : remarks) append_note(office.note, remark);
  std::vector<std::string> names = found.names;
  if (names.empty()) {
    names = names_on_one_phone(rest);
  } else if (names.size() == 1 && is_abbreviation(names.front())) {
    names = {closed_up(names.front() + rest)};
    std::erase(names.front(), ' ');
  } else if (!rest.empty()) {
    append_note(office.note, rest);
    if (!rest.ends_with("内") && names.size() == 1) office.aliases.push_back(rest);
  }
  if (!found.form.empty()) append_note(office.note, found.form);
  append_note(office.note, entry.note);
  for (const auto* data : {&entry.data.phones, &entry.data.emails, &entry.data.urls})
    for (std::size_t i = 1; i < data->size(); ++i) append_note(office.note, (*data)[i]);
  office.phone = entry.data.phones.empty() ? "" : entry.data.phones.front();
  office.extension = entry.data.extensions;
  office.email = entry.data.emails.empty() ? "" : entry.data.emails.front();
  office.url = entry.data.urls.empty() ? "" : entry.data.urls.front();
  std::vector<Office> offices;
  for (const std::string& name : names) {
    if (name.empty() || letter_count(name) > longest_name) continue;
    office.name = name;
    offices.push_back(office);
  }
  return offices;
}

// What the first of two entries lacks; what it has otherwise is noted.
void fill(std::string& value, const std::string& more, std::string& note) {
  if (value.empty()) {
    value = more;
  } else if (value != more) {
    append_note(note, more);
  }
}

// An office listed twice is one. False where that is too much to hold.
bool fill(Office& office, const Office& more) {
  constexpr std::size_t longest_note = 4000;  // bytes
  constexpr std::size_t most_extensions = 100;
  if (office.note.size() > longest_note || office.extension.size() > most_extensions) return false;
  fill(office.phone, more.phone, office.note);
  fill(office.email, more.email, office.note);
  fill(office.url, more.url, office.note);
  for (const std::string& extension : more.extension)
    if (std::find(office.extension.begin(), office.extension.end(), extension) == office.extension.end())
      office.extension.push_back(extension);
  if (office.note.find(more.note) == std::string::npos) append_note(office.note, more.note);
  return true;
}

LineNumbers without(LineNumbers numbers, LineNumbers others) {
  std::sort(numbers.begin(), numbers.end());
  std::sort(others.begin(), others.end());
  LineNumbers rest;
  std::set_difference(numbers.begin(), numbers.end(), others.begin(), others.end(), std::back_inserter(rest));
  return rest;
}

std::vector<TornEntry> torn_entries(const std::vector<Entry>& entries) {
  constexpr std::size_t most = 100;
  std::vector<TornEntry> torn;
  if (std::ranges::count_if(entries, &Entry::marked) * 2 < std::ssize(entries)) return torn;
  for (std::size_t i = 1; i < entries.size() && torn.size() < most; ++i)
    if (!entries[i].marked && entries[i - 1].marked && entries[i].data.phones.empty())
      torn.push_back({entries[i].lines.front(), closed_up(entries[i].name), closed_up(entries[i - 1].name)});
  return torn;
}

}  // namespace

Directory read_directory(const Lines& lines, std::size_t begin, std::size_t end, std::optional<int> page) {
  EntryReader reader;
  for (std::size_t i = begin; i < end; ++i) reader.line(lines[i]);
  const std::vector<Entry> entries = reader.take();
  LineNumbers lost = reader.lost();
  Directory directory;
  std::map<std::string, std::size_t> known;  // by key
  for (const Entry& entry : entries) {
    std::vector<Office> offices = offices_of(entry, page);
    LineNumbers& to = offices.empty() ? lost : directory.lines;
    to.insert(to.end(), entry.lines.begin(), entry.lines.end());
    for (Office& office : offices) {
      const auto [found, is_new] = known.emplace(key(office.name), directory.offices.size());
      if (is_new) {
        directory.offices.push_back(std::move(office));
      } else if (!fill(directory.offices[found->second], office)) {
        lost.insert(lost.end(), entry.lines.begin(), entry.lines.end());
      }
    }
  }
  directory.lines = without(directory.lines, lost);
  directory.headings = without(reader.headings(), lost);
  directory.torn = torn_entries(entries);
  return directory;
}

bool is_directory_row(const Line& line) {
  constexpr std::size_t longest = 4000;
  if (line.text.size() > longest) return false;
  const std::u32string begin = letters_of(line.text.substr(0, 4));
  const bool marked = is_entry_mark(begin.front()) || without_markup(line.text) != line.text;
  return marked && !contact_data(line.text).empty();
}

}  // namespace chiho::brochure
