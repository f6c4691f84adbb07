#include "import/contact_data.hpp"

#include <algorithm>
#include <cctype>

#include "import/letters.hpp"

namespace chiho::brochure {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}
bool is_in_url(char c) {
  return is_word(c) || std::string_view("-._~:/?#[]@!$&'*+,;=%").find(c) != std::string_view::npos;
}
bool is_in_email(char c) {
  return is_word(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
}

// Each of these gives the length of what it looks for where it begins at `at`, 0 where it does not.
std::size_t url_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with("http://") && !rest.starts_with("https://")) return 0;
  std::size_t end = 0;
  while (end < rest.size() && is_in_url(rest[end])) ++end;
  while (end > 0 && std::string_view(".,;:!?'").find(rest[end - 1]) != std::string_view::npos) --end;
  return end;
}

std::size_t phone_at(std::string_view text, std::size_t at) {
  if (text[at] != '0' || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '-'))) return 0;
  std::size_t end = at;
  std::size_t digits = 0;
  std::size_t dashes = 0;
  while (end < text.size() && digits <= 12 && (is_digit(text[end]) || text[end] == '-')) {
    (text[end] == '-' ? dashes : digits)++;
    ++end;
  }
  return digits >= 9 && digits <= 11 && dashes == 2 && is_digit(text[end - 1]) ? end - at : 0;
}

std::size_t email_at(std::string_view text, std::size_t at) {
  if (!is_in_email(text[at]) || (at > 0 && is_in_email(text[at - 1]))) return 0;
  std::size_t end = at;
  while (end < text.size() && is_in_email(text[end])) ++end;
  if (end == text.size() || text[end] != '@') return 0;
  const std::size_t host = ++end;
  while (end < text.size() && is_in_email(text[end])) ++end;
  while (end > host && !is_word(text[end - 1])) --end;
  return text.substr(host, end - host).find('.') == std::string_view::npos ? 0 : end - at;
}

// "(ex.2696, 2692)", "内線5029": the digits go to `extensions`.
std::size_t extension_at(std::string_view text, std::size_t at, std::vector<std::string>& extensions) {
  std::size_t end = at;
  if (text[end] == '(') ++end;
  const std::string_view rest = text.substr(end);
  const std::vector<std::string_view> words{"ext.", "ext", "ex.", "Ext.", "EX.", "内線"};
  const auto word = std::find_if(words.begin(), words.end(), [&](auto w) { return rest.starts_with(w); });
  if (word == words.end()) return 0;
  end += word->size();
  std::vector<std::string> found;
  for (bool more = true; end < text.size() && more;) {
    more = is_digit(text[end]) || std::string_view(" ,.:/").find(text[end]) != std::string_view::npos;
    if (more && is_digit(text[end]) && (found.empty() || !is_digit(text[end - 1]))) found.emplace_back();
    if (more && is_digit(text[end])) found.back().push_back(text[end]);
    for (const std::string_view dot : {"、", "・", "："})
      if (text.substr(end).starts_with(dot)) more = true, end += dot.size() - 1;
    if (more) ++end;
  }
  if (found.empty()) return 0;
  if (end < text.size() && text[end] == ')') ++end;
  extensions.insert(extensions.end(), found.begin(), found.end());
  return end - at;
}

void add_new(std::vector<std::string>& to, const std::string& value) {
  if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

// Brackets that stood around a URL, empty by now.
std::string without_empty_brackets(std::string text) {
  for (const std::string_view empty : {"<>", "< >", "()", "( )"}) {
    for (std::size_t at = text.find(empty); at != std::string::npos; at = text.find(empty)) {
      text.erase(at, empty.size() - 1);
      text[at] = ' ';
    }
  }
  return trimmed(text);
}

}  // namespace

ContactData contact_data(std::string_view line) {
  constexpr std::size_t longest = 4000;  // bytes; nothing longer is a line of contacts
  ContactData data;
  if (line.size() > longest) {
    data.before = trimmed(line);
    return data;
  }
  const std::string text = narrowed(line);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = url_at(text, at);
    if (length > 0) {
      add_new(data.urls, text.substr(at, length));
    } else if ((length = email_at(text, at)) > 0) {
      add_new(data.emails, text.substr(at, length));
    } else if ((length = phone_at(text, at)) > 0) {
      add_new(data.phones, text.substr(at, length));
    } else {
      length = extension_at(text, at, data.extensions);
    }
    if (length == 0) (data.empty() ? data.before : data.after).push_back(text[at]);
    at += std::max<std::size_t>(length, 1);
  }
  if (data.before.ends_with('<') && data.after.starts_with('>')) data.before.pop_back(), data.after.erase(0, 1);
  if (data.empty()) data.before = line;  // as printed
  data.before = without_empty_brackets(data.before);
  data.after = without_empty_brackets(data.after);
  return data;
}

void add(ContactData& data, const ContactData& more) {
  for (const auto& phone : more.phones) add_new(data.phones, phone);
  for (const auto& extension : more.extensions) add_new(data.extensions, extension);
  for (const auto& email : more.emails) add_new(data.emails, email);
  for (const auto& url : more.urls) add_new(data.urls, url);
}

}  // namespace chiho::brochure
