#include "as_brochure.hpp"

#include <sstream>
#include <utility>
#include <vector>

namespace chiho::import_test {
namespace {

using Lines = std::vector<std::string>;

Lines parts_of(std::string_view text, char separator) {
  Lines parts;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

Lines cells_of(const std::string& row) {
  Lines cells = parts_of(row, '\t');
  std::erase(cells, "");
  return cells;
}

bool is_rule(const std::string& line) {
  return line.find_first_not_of("- \t") == std::string::npos;
}

bool is_entry(const std::string& cell) {
  return cell.starts_with("●");
}

bool begins_directory(const std::string& line) {
  return is_entry(line) && line.find('\t') != std::string::npos;
}

// "連絡先", "", "主な対象", "", "value value": two columns that a converter merged.
bool are_merged(const Lines& lines, std::size_t at) {
  return at + 4 < lines.size() && lines[at] == "連絡先" && lines[at + 2] == "主な対象" &&
         lines[at + 4].find(' ') != std::string::npos;
}

// Converters leave three blank lines where a picture was.
bool is_picture(const Lines& lines, std::size_t at) {
  return at + 2 < lines.size() && lines[at].empty() && lines[at + 1].empty() && lines[at + 2].empty();
}

std::string element(const std::string& name, std::string_view text) {
  std::string out = "<" + name + ">";
  for (const char c : text) out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  return out + "</" + name.substr(0, name.find(' ')) + ">\n";
}

// The page numbers of contents stand at the end of the line.
std::string cells(const Lines& texts) {
  const bool contents = texts.back().find_first_not_of("0123456789, ") == std::string::npos;
  std::string row;
  for (const std::string& text : texts) row += element("span", text);
  return (contents ? "<div class=\"cells contents\">" : "<div class=\"cells\">") + row + "</div>\n";
}

struct Entry {
  std::string name;
  std::string data;
};
// Entries on the left, then entries on the right.
std::pair<std::vector<Entry>, std::vector<Entry>> entries_of(const Lines& lines, std::size_t from) {
  std::pair<std::vector<Entry>, std::vector<Entry>> sides;
  for (std::size_t i = from; i < lines.size(); ++i) {
    auto* side = &sides.first;
    const Lines row = cells_of(lines[i]);
    for (std::size_t cell = 0; cell < row.size(); ++cell) {
      if (cell > 0 && is_entry(row[cell])) side = &sides.second;
      if (is_entry(row[cell])) {
        side->push_back({row[cell], {}});
      } else if (!side->empty()) {
        side->back().data += row[cell];
      }
    }
  }
  return sides;
}

std::string directory(const std::vector<Entry>& entries, DirectorySet set) {
  std::string out;
  for (const auto& [name, data] : entries) {
    if (set == DirectorySet::lines) out += element("div", name) + element("div", data);
    if (set == DirectorySet::cells) out += element("span", name) + element("span", data);
    if (set == DirectorySet::table) out += "<tr>" + element("td", name) + element("td", data) + "</tr>\n";
  }
  if (set == DirectorySet::table) return "<table>" + out + "</table>\n";
  return (set == DirectorySet::cells ? "<div class=\"cells\">" : "<div>") + out + "</div>\n";
}

std::string directory(const Lines& lines, std::size_t from, DirectorySet set) {
  const auto [left, right] = entries_of(lines, from);
  if (set == DirectorySet::table) return directory(left, set) + directory(right, set);
  return "<div class=\"beside\">" + directory(left, set) + directory(right, set) + "</div>\n";
}

// One after the other; a sheet is closed when the next begins.
class Sheets {
 public:
  explicit Sheets(std::string classes) : classes_(std::move(classes)) {}
  void begin(int number, bool columns) {
    end();
    open_ = true;
    html_ += "<section class=\"sheet " + classes_ + "\">\n";
    if (number != 0) html_ += element("p class=\"number\"", std::to_string(number));
    html_ += columns ? "<div class=\"columns\">\n" : "<div>\n";
  }
  void add(const std::string& html) { html_ += html; }
  std::string take() {
    end();
    return std::move(html_);
  }

 private:
  void end() {
    if (open_) html_ += "</div></section>\n";
  }
  std::string classes_;
  std::string html_;
  bool open_ = false;
};

// Whether the directory stands on the page that begins here: it has its own columns.
bool has_directory(const Lines& lines, std::size_t from, const std::map<int, int>& page_at_line) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (i > from && page_at_line.contains(static_cast<int>(i) + 1)) return false;
    if (begins_directory(lines[i])) return true;
  }
  return false;
}

}  // namespace

std::string as_brochure(std::string_view text, const std::map<int, int>& page_at_line, const Look& look) {
  const Lines lines = parts_of(text, '\n');
  Sheets sheets(look.sheet);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const auto page = page_at_line.find(static_cast<int>(i) + 1); page != page_at_line.end())
      sheets.begin(page->second, !has_directory(lines, i, page_at_line));
    if (are_merged(lines, i)) {
      const std::string& values = lines[i + 4];
      const std::size_t space = values.find(' ');
      sheets.add(cells({lines[i], lines[i + 2], values.substr(0, space), values.substr(space + 1)}));
      i += 4;
    } else if (begins_directory(lines[i])) {
      sheets.add(directory(lines, i, look.directory));
      break;
    } else if (cells_of(lines[i]).size() > 2) {
      for (const std::string& cell : cells_of(lines[i])) sheets.add(element("div", cell));
    } else if (is_picture(lines, i)) {
      sheets.add("<div class=\"picture\" style=\"height: 40pt\"></div>\n");
      i += 2;
    } else if (is_rule(lines[i])) {
      sheets.add("<div style=\"height: 8pt\"></div>\n");
    } else if (lines[i].find('\t') != std::string::npos) {
      sheets.add(cells(cells_of(lines[i])));
    } else {
      sheets.add(element("div", lines[i]));
    }
  }
  return sheets.take();
}

}  // namespace chiho::import_test
