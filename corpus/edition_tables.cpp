#include "corpus/edition_tables.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "corpus/formats.hpp"
#include "corpus/ids.hpp"
#include "corpus/toml_file.hpp"

namespace chiho {
namespace {

namespace fs = std::filesystem;
using String = TableReader::String;

void check_edition_id(const String& id, FileFaults& faults) {
  const Text wrong = id.value.empty() ? Text{} : fault_of_edition_id(id.value);
  if (!wrong.empty()) faults.add(id.at, wrong);
}

void read_pages(TableReader& reader, EditionTables& tables, FileFaults& faults) {
  const std::vector<Located<int>> pages = reader.integers("pages", Presence::required);
  if (pages.empty()) return;
  if (pages.size() != 2 || pages[0].value < 1 || pages[1].value < pages[0].value) {
    faults.add(pages[0].at, {"pages は [最初の頁, 最後の頁] と書きます", "pages must be [first, last]"});
    return;
  }
  tables.edition.first_page = pages[0].value;
  tables.edition.last_page = pages[1].value;
  tables.pages_known = true;
}

String formatted(TableReader& reader, std::string_view key, Presence presence, const Format& format,
                 FileFaults& faults) {
  String text = reader.string(key, presence);
  if (!text.value.empty()) check_format(format, text, faults);
  return text;
}

// Returns `contact`, which can be resolved only when the offices are known.
String read_edition(const TomlValue& root, EditionTables& tables, FileFaults& faults) {
  TableReader reader(root, faults);
  Edition& edition = tables.edition;
  const String id = reader.string("id", Presence::required);
  check_edition_id(id, faults);
  edition.id = id.value;
  edition.series = reader.line("series", Presence::required).value;
  edition.date = formatted(reader, "date", Presence::required, date_format, faults).value;
  edition.title = reader.line("title", Presence::required).value;
  edition.source = reader.line("source").value;
  edition.pdf = formatted(reader, "pdf", Presence::optional, url_format, faults).value;
  read_pages(reader, tables, faults);
  String contact = reader.line("contact", Presence::required);
  reader.report_unknown_keys();
  return contact;
}

bool is_there(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(file, ignored));
}

// The tables of [[key]] in a file that may be missing; none where it cannot be read.
std::optional<TomlValue> read_list_file(const fs::path& file, ControlledNames& names, FileFaults& faults) {
  std::optional<TomlValue> root = is_there(file) ? read_toml(file, faults) : std::nullopt;
  if (!root) names.accept_unknown();
  return root;
}

// Of a file that is missing, each name would be unknown: one fault says it.
void report_if_missed(const fs::path& file, const ControlledNames& names, Faults& faults) {
  if (is_there(file) || names.first_unknown().empty()) return;
  const std::string name = file.filename().string();
  const std::string asked = shown(names.first_unknown());
  FileFaults(faults, file.string())
      .add({}, {name + " がありません（「" + asked + "」などが使われています）",
                name + " is missing (\"" + asked + "\" is used)"});
}

void check_office_id(const String& id, std::map<std::string, int>& lines, FileFaults& faults) {
  if (id.value.empty()) return;
  const std::string name = shown(id.value);
  if (!is_plain_id(id.value)) {
    faults.add(id.at, {"id に使えるのは a-z、0-9、- だけです: " + name, "an id is made of a-z, 0-9 and -: " + name});
  }
  const auto [first, is_new] = lines.emplace(id.value, id.at.line);
  if (is_new) return;
  const std::string line = std::to_string(first->second);
  faults.add(id.at, {"id が重複しています: " + name + "（" + line + " 行目にもあります）",
                     "duplicate id: " + name + " (also on line " + line + ")"});
}

Office read_office(const TomlValue& table, EditionTables& tables, std::map<std::string, int>& ids, FileFaults& faults) {
  TableReader reader(table, faults);
  Office office;
  const String id = reader.string("id", Presence::required);
  check_office_id(id, ids, faults);
  office.id = id.value;
  const String name = reader.line("name", Presence::required);
  const TableReader::Strings aliases = reader.line_list("aliases");
  tables.offices.add(name, aliases, faults);
  office.name = name.value;
  office.aliases = values_of(aliases);
  if (const auto page = reader.integer("page")) {
    check_page(*page, tables, faults);
    office.page = page->value;
  }
  office.phone = formatted(reader, "phone", Presence::optional, phone_format, faults).value;
  const TableReader::Strings extensions = reader.strings("extension");
  for (const String& extension : extensions) check_format(extension_format, extension, faults);
  office.extension = values_of(extensions);
  office.email = formatted(reader, "email", Presence::optional, email_format, faults).value;
  office.url = formatted(reader, "url", Presence::optional, url_format, faults).value;
  office.note = reader.prose("note").value;
  reader.report_unknown_keys();
  return office;
}

void read_offices(const fs::path& file, EditionTables& tables, Faults& faults) {
  FileFaults here(faults, file.string());
  const std::optional<TomlValue> root = read_list_file(file, tables.offices, here);
  if (!root) return;
  TableReader reader(*root, here);
  std::map<std::string, int> ids;
  for (const TomlValue* table : reader.tables("office")) {
    tables.edition.offices.push_back(read_office(*table, tables, ids, here));
  }
  reader.report_unknown_keys();
}

using Names = std::set<std::string>;
using Graph = std::map<std::string, std::vector<std::string>>;

// What is left of the nodes when one without edges is taken away, again and again. `reversed` has the edges backwards.
Names without_ends(const Names& nodes, const Graph& edges, const Graph& reversed) {
  const auto next = [&](const Graph& graph, const std::string& node) {
    const auto found = graph.find(node);
    return found == graph.end() ? std::vector<std::string>{} : found->second;
  };
  std::map<std::string, std::size_t> left;
  std::vector<std::string> ends;
  for (const std::string& node : nodes) {
    for (const std::string& to : next(edges, node)) left[node] += nodes.contains(to) ? 1 : 0;
    if (left[node] == 0) ends.push_back(node);
  }
  Names rest = nodes;
  while (!ends.empty()) {
    const std::string end = std::move(ends.back());
    ends.pop_back();
    rest.erase(end);
    for (const std::string& from : next(reversed, end)) {
      if (rest.contains(from) && left[from] > 0 && --left[from] == 0) ends.push_back(from);
    }
  }
  return rest;
}

// The audiences whose broader ones lead back to themselves (or lie between two such rings).
Names rings_of(const std::vector<Audience>& audiences) {
  Names names;
  Graph broader;
  Graph narrower;
  for (const Audience& audience : audiences) {
    names.insert(audience.name);
    for (const std::string& name : audience.broader) {
      broader[audience.name].push_back(name);
      narrower[name].push_back(audience.name);
    }
  }
  return without_ends(without_ends(names, broader, narrower), narrower, broader);
}

void resolve_broader(const std::vector<TableReader::Strings>& named, EditionTables& tables, FileFaults& faults) {
  std::vector<Audience>& audiences = tables.edition.audiences;
  for (std::size_t i = 0; i < audiences.size(); ++i) {
    audiences[i].broader = tables.audiences.resolve(named[i], faults);
  }
  const Names rings = rings_of(audiences);
  for (std::size_t i = 0; i < audiences.size(); ++i) {
    if (named[i].empty() || !rings.contains(audiences[i].name)) continue;
    const std::string name = shown(audiences[i].name);
    faults.add(named[i].front().at, {"対象「" + name + "」の broader をたどると自分自身に戻ります",
                                     "the broader audiences of \"" + name + "\" lead back to itself"});
  }
}

void read_audiences(const fs::path& file, EditionTables& tables, Faults& faults) {
  FileFaults here(faults, file.string());
  const std::optional<TomlValue> root = read_list_file(file, tables.audiences, here);
  if (!root) return;
  TableReader reader(*root, here);
  std::vector<TableReader::Strings> broader;
  for (const TomlValue* table : reader.tables("audience")) {
    TableReader entry(*table, here);
    const String name = entry.line("name", Presence::required);
    const TableReader::Strings aliases = entry.line_list("aliases");
    tables.audiences.add(name, aliases, here);
    broader.push_back(entry.line_list("broader"));
    tables.edition.audiences.push_back({name.value, values_of(aliases), {}});
    entry.report_unknown_keys();
  }
  reader.report_unknown_keys();
  resolve_broader(broader, tables, here);
}

void read_needs(const fs::path& file, EditionTables& tables, Faults& faults) {
  FileFaults here(faults, file.string());
  const std::optional<TomlValue> root = read_list_file(file, tables.needs, here);
  if (!root) return;
  TableReader reader(*root, here);
  for (const TomlValue* table : reader.tables("need")) {
    TableReader entry(*table, here);
    const String name = entry.line("name", Presence::required);
    const TableReader::Strings aliases = entry.line_list("aliases");
    tables.needs.add(name, aliases, here);
    Need need{name.value, values_of(aliases), entry.line("group").value, {}};
    for (const Located<int>& page : entry.integers("pages")) {
      check_page(page, tables, here);
      need.pages.push_back(page.value);
    }
    tables.need_numbers.emplace(need.name, tables.edition.needs.size());
    tables.edition.needs.push_back(std::move(need));
    entry.report_unknown_keys();
  }
  reader.report_unknown_keys();
}

}  // namespace

const Need* EditionTables::need(const std::string& name) const {
  const auto found = need_numbers.find(name);
  return found == need_numbers.end() ? nullptr : &edition.needs[found->second];
}

void check_page(const Located<int>& page, const EditionTables& tables, FileFaults& faults) {
  const Edition& edition = tables.edition;
  const bool inside = page.value >= edition.first_page && page.value <= edition.last_page;
  if (!tables.pages_known || inside) return;
  const std::string number = "p." + std::to_string(page.value);
  const std::string range = "p." + std::to_string(edition.first_page) + "-" + std::to_string(edition.last_page);
  faults.add(page.at, {number + " はこの版の頁ではありません（" + range + "）",
                       number + " is no page of this edition (" + range + ")"});
}

void report_missed_tables(const fs::path& dir, const EditionTables& tables, Faults& faults) {
  report_if_missed(dir / "offices.toml", tables.offices, faults);
  report_if_missed(dir / "audiences.toml", tables.audiences, faults);
  report_if_missed(dir / "needs.toml", tables.needs, faults);
}

EditionTables read_edition_tables(const fs::path& dir, Faults& faults) {
  EditionTables tables;
  FileFaults here(faults, (dir / "edition.toml").string());
  String contact;
  if (const std::optional<TomlValue> root = read_toml(here.file(), here)) contact = read_edition(*root, tables, here);
  read_offices(dir / "offices.toml", tables, faults);
  read_audiences(dir / "audiences.toml", tables, faults);
  read_needs(dir / "needs.toml", tables, faults);
  if (!contact.value.empty()) {
    if (const std::string* name = tables.offices.resolve(contact, here)) tables.edition.contact = *name;
  }
  return tables;
}

}  // namespace chiho
