#include "import/offices.hpp"

#include <algorithm>
#include <utility>

#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

constexpr std::size_t longest_name = 80;    // letters
constexpr std::size_t longest_line = 4000;  // bytes
constexpr std::size_t most_mentions = 200;  // of one record

// What may enter: how the names of offices and organisations end.
const std::vector<std::string_view> office_endings{"課",   "室",   "部",   "局",   "会",   "所",       "係",
                                                   "班",   "署",   "庁",   "省",   "館",   "センター", "機構",
                                                   "基金", "財団", "公社", "団体", "窓口", "担当"};
// What may enter: how the names end of offices that have offices in them.
constexpr std::u32string_view parent_endings = U"省庁局部院府";

// Names are resolved as keys: folded, without spaces.
std::u32string letters_of_key(std::string_view name) {
  return letters_of(key(name));
}

// After each part of the name that can have offices in it, where the next part begins.
std::vector<std::size_t> part_beginnings(std::u32string_view name) {
  std::vector<std::size_t> beginnings;
  for (std::size_t i = 1; i < std::min(name.size(), longest_name); ++i)
    if (parent_endings.find(name[i - 1]) != std::u32string_view::npos) beginnings.push_back(i);
  return beginnings;
}

bool is_ascii(char32_t letter) {
  return letter < 0x80;
}

// "jica" of JICA国内事業部: the abbreviation of an organisation before its office.
std::u32string organisation_of(std::u32string_view name) {
  std::size_t end = 0;
  while (end < name.size() && is_ascii(name[end])) ++end;
  return end >= 2 && end < name.size() ? std::u32string(name.substr(0, end)) : std::u32string();
}

bool is_separator(char32_t letter) {
  return std::u32string_view(U"・、,，/／;；\t").find(letter) != std::u32string_view::npos;
}

struct Part {
  std::string name;
  char32_t separator = 0;  // behind it
};
std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts(1);
  for (const char32_t letter : letters_of(text)) {
    if (is_separator(letter)) {
      parts.back().separator = letter;
      parts.emplace_back();
    } else {
      parts.back().name += utf8_of(std::u32string(1, letter));
    }
  }
  for (Part& part : parts) part.name = closed_up(part.name);
  std::erase_if(parts, [](const Part& part) { return part.name.empty(); });
  return parts;
}

std::string join(const std::vector<Part>& parts, std::size_t begin, std::size_t end) {
  std::string name = parts[begin].name;
  for (std::size_t i = begin + 1; i < end; ++i)
    name += utf8_of(std::u32string(1, parts[i - 1].separator)) + parts[i].name;
  return name;
}

// "実施は南東アジア第二課": the office that a remark names at its end.
std::string office_in_remark(std::string_view remark) {
  std::size_t begin = 0;
  for (const std::string_view particle : {"は", "：", ":", "、"}) {
    const std::size_t at = remark.rfind(particle);
    if (at != std::string_view::npos) begin = std::max(begin, at + particle.size());
  }
  const std::string name = trimmed(remark.substr(begin));
  return ends_with_any(name, {"課", "室", "局", "部"}) && letter_count(name) <= 30 ? name : std::string();
}

void add_unique(std::vector<std::string>& to, const std::string& value) {
  if (!value.empty() && std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

}  // namespace

bool ends_like_office(std::string_view name) {
  const std::string text = trimmed(name);
  return letter_count(text) >= 2 && letter_count(text) <= longest_name && ends_with_any(text, office_endings);
}

bool looks_like_contact(const Lines& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const Line& line) {
    const ContactData data = contact_data(line.text);
    const std::string name = without_brackets(data.before);
    return (name.empty() && !data.empty()) || ends_like_office(name);
  });
}

OfficeBook::OfficeBook(std::vector<Office> directory) : offices_(std::move(directory)) {
  for (std::size_t i = 0; i < offices_.size(); ++i) index(i, offices_[i].name);
  for (std::size_t i = 0; i < offices_.size(); ++i) {
    std::erase_if(offices_[i].aliases, [&](const std::string& alias) { return !index(i, alias); });
    index_parts(i);
    if (!offices_[i].url.empty()) by_data_.emplace(offices_[i].url, i);
    if (!offices_[i].email.empty()) by_data_.emplace(offices_[i].email, i);
  }
}

bool OfficeBook::index(std::size_t office, std::string_view name) {
  return by_name_.emplace(key(name), office).second;
}

void OfficeBook::index_parts(std::size_t office) {
  constexpr std::size_t shortest = 4;  // letters: 地域課 alone could be anyone's
  const std::u32string name = letters_of_key(offices_[office].name);
  const std::u32string organisation = organisation_of(name);
  for (const std::size_t at : part_beginnings(name)) {
    if (name.size() - at >= shortest) by_tail_.emplace(utf8_of(name.substr(at)), office);
    if (!organisation.empty()) by_tail_.emplace(utf8_of(organisation + U"|" + name.substr(at)), office);
    if (at >= shortest) by_beginning_.emplace(utf8_of(name.substr(0, at)), office);
  }
}

bool OfficeBook::known(std::string_view name) const {
  return letter_count(name) <= longest_name && by_name_.contains(key(name));
}

// By a part of the name that the directory has alone, or has with another parent.
std::optional<std::size_t> OfficeBook::find_by_parts(std::u32string_view name) const {
  const auto in = [](const Names& names, std::u32string_view part) -> std::optional<std::size_t> {
    const auto found = names.find(utf8_of(part));
    return found == names.end() ? std::nullopt : std::optional(found->second);
  };
  const std::vector<std::size_t> beginnings = part_beginnings(name);
  for (const std::size_t at : beginnings)
    if (const auto found = in(by_name_, name.substr(at))) return found;
  if (const auto found = in(by_tail_, name)) return found;
  const std::u32string organisation = organisation_of(name);
  for (const std::size_t at : beginnings) {
    if (organisation.empty()) break;
    if (const auto found = in(by_tail_, organisation + U"|" + std::u32string(name.substr(at)))) return found;
  }
  return in(by_beginning_, name);
}

std::optional<std::size_t> OfficeBook::find(const Mention& mention) const {
  if (const auto found = by_name_.find(key(mention.name)); found != by_name_.end()) return found->second;
  const std::u32string name = letters_of_key(mention.name);
  if (name.size() > longest_name) return std::nullopt;
  if (const auto found = find_by_parts(name)) return found;
  for (const std::string& email : mention.data.emails)
    if (const auto found = by_data_.find(email); found != by_data_.end()) return found->second;
  return std::nullopt;
}

std::vector<std::string> OfficeBook::split_names(std::string_view text) const {
  constexpr std::size_t most_joined = 6;
  const std::vector<Part> parts = parts_of(text);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < parts.size();) {
    std::size_t end = std::min(parts.size(), i + most_joined);
    while (end > i + 1 && !known(join(parts, i, end))) --end;
    if (end == i + 1 && !known(parts[i].name)) {
      // A dot inside an unknown name: 文化交流・海外広報課.
      while (end < parts.size() && end < i + most_joined && parts[end - 1].separator == U'・' &&
             !ends_like_office(parts[end - 1].name))
        ++end;
    }
    names.push_back(join(parts, i, end));
    i = end;
  }
  return names;
}

void OfficeBook::add_mentions(const Line& line, std::vector<Mention>& found) const {
  if (line.text.size() > longest_line || found.size() > most_mentions) return;
  const ContactData data = contact_data(line.text);
  std::vector<std::string> remarks;
  const std::string text = without_brackets(data.before, &remarks);
  if (text.empty()) {
    if (!found.empty()) add(found.back().data, data);
    return;
  }
  for (std::string& name : split_names(text)) {
    const std::size_t etc = name.find("等");
    const bool vague = etc != std::string::npos && etc > 0;
    if (vague) name.resize(etc);
    found.push_back({name, {}, line.number, vague});
  }
  if (!found.empty()) add(found.back().data, data);
  for (const std::string& remark : remarks)
    if (const std::string name = office_in_remark(remark); !name.empty())
      found.push_back({name, {}, line.number, false});
}

std::vector<OfficeBook::Mention> OfficeBook::mentions(const Lines& lines) const {
  std::vector<Mention> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line line = lines[i];
    // A name that went on: "JICA人間開発部" and "大学連携課(…)" below it.
    const std::string parent = trimmed(line.text);
    const std::u32string last = letters_of(parent);
    const bool goes_on = i + 1 < lines.size() && lines[i + 1].gap == 0 && last.size() <= longest_name &&
                         parent_endings.find(last.back()) != std::u32string_view::npos && !known(parent) &&
                         !known(without_brackets(lines[i + 1].text)) &&
                         !contact_data(lines[i + 1].text).before.empty() &&
                         !contact_data(lines[i + 1].text).before.starts_with(utf8_of(last.substr(0, 2)));
    if (goes_on) line.text += lines[++i].text;
    add_mentions(line, found);
  }
  return found;
}

// The entry of the directory that looks like the beginning of an unknown name: an office's name does not end like that.
std::optional<std::size_t> OfficeBook::cut_short(std::string_view name) const {
  constexpr std::size_t shortest = 3;  // letters
  const std::u32string letters = letters_of_key(name);
  for (std::size_t length = std::min(letters.size(), longest_name); length-- > shortest;) {
    const auto found = by_name_.find(utf8_of(std::u32string_view(letters).substr(0, length)));
    if (found == by_name_.end() || is_ascii(letters[length - 1])) continue;
    const Office& office = offices_[found->second];
    const bool whole = ends_like_office(office.name) ||
                       parent_endings.find(letters_of(office.name).back()) != std::u32string_view::npos;
    if (office.page && !whole) return found->second;
  }
  return std::nullopt;
}

std::size_t OfficeBook::resolve(const Mention& mention, Reviews& reviews) {
  if (const auto found = find(mention)) {
    if (!known(mention.name)) {
      offices_[*found].aliases.push_back(mention.name);
      index(*found, mention.name);
      reviews.push_back(
          {mention.line, "「" + mention.name + "」を連絡先一覧の「" + offices_[*found].name + "」とした"});
    }
    return *found;
  }
  if (const auto cut = cut_short(mention.name))
    reviews.push_back({mention.line, "「" + mention.name + "」は連絡先一覧になく、そこの「" + offices_[*cut].name +
                                         "」は途中で切れた名前か"});
  Office office;
  office.name = mention.name;
  offices_.push_back(office);
  index(offices_.size() - 1, mention.name);
  return offices_.size() - 1;
}

std::vector<std::string> OfficeBook::read(const Lines& lines, Reviews& reviews) {
  std::vector<std::string> names;
  for (const Mention& mention : mentions(lines)) {
    const bool is_link = !ends_like_office(mention.name) && !mention.data.urls.empty();  // a list's title, and its URL
    if (mention.name.empty() || letter_count(mention.name) > longest_name || (is_link && !known(mention.name)))
      continue;
    if (mention.vague) reviews.push_back({mention.line, "「" + mention.name + "等」は一つの課室ではない"});
    if (!ends_like_office(mention.name) && !known(mention.name))
      reviews.push_back({mention.line, "「" + mention.name + "」は担当課室の名前か"});
    Office& office = offices_[resolve(mention, reviews)];
    if (!office.page) {
      const ContactData& data = mention.data;
      if (office.phone.empty() && !data.phones.empty()) office.phone = data.phones.front();
      if (office.url.empty() && !data.urls.empty()) office.url = data.urls.front();
      if (office.extension.empty()) office.extension = data.extensions;
    }
    if (office.email.empty() && !mention.data.emails.empty()) office.email = mention.data.emails.front();
    add_unique(names, office.name);
  }
  return names;
}

// One of the offices has each phone, extension, address.
bool OfficeBook::holds(const ContactData& data, const std::vector<std::string>& names) const {
  ContactData held;
  for (const std::string& name : names) {
    const Office& office = offices_[by_name_.at(key(name))];
    held.phones.push_back(office.phone);
    held.emails.push_back(office.email);
    held.urls.push_back(office.url);
    held.extensions.insert(held.extensions.end(), office.extension.begin(), office.extension.end());
  }
  const auto all = [](const std::vector<std::string>& some, const std::vector<std::string>& in) {
    return std::all_of(some.begin(), some.end(),
                       [&](const auto& one) { return std::find(in.begin(), in.end(), one) != in.end(); });
  };
  return all(data.phones, held.phones) && all(data.emails, held.emails) && all(data.urls, held.urls) &&
         all(data.extensions, held.extensions);
}

std::vector<std::string> OfficeBook::remarks(const Lines& lines, const std::vector<std::string>& names) const {
  std::vector<std::string> more;
  for (const Line& line : lines) {
    const ContactData data = contact_data(line.text.substr(0, longest_line));
    std::vector<std::string> brackets;
    const std::vector<std::string> printed = split_names(without_brackets(data.before, &brackets));
    const bool told = line.text.size() <= longest_line && brackets.empty() && data.after.empty() &&
                      holds(data, names) &&
                      std::all_of(printed.begin(), printed.end(), [&](const auto& name) { return known(name); });
    if (!told) more.push_back(line.text);
  }
  return more;
}

std::size_t OfficeBook::known_beginning(std::string_view text) const {
  constexpr std::size_t longest = 600;  // bytes
  const std::string_view begin = text.substr(0, longest);
  std::size_t best = 0;
  for (std::size_t at = begin.find_first_of(" \t"); at != std::string_view::npos;
       at = begin.find_first_of(" \t", at + 1)) {
    const std::vector<std::string> names = split_names(without_brackets(begin.substr(0, at)));
    const bool all = std::all_of(names.begin(), names.end(), [&](const auto& name) { return known(name); });
    if (all && !names.empty()) best = at;
  }
  return best;
}

}  // namespace chiho::brochure
