#include "corpus/passages.hpp"

#include <algorithm>

namespace chiho {

namespace {

// A contact is asked for in these words, which its directory entry does not print.
std::string directory_entry(const Record& record) {
  std::string entry = "連絡先";
  if (!record.phone.empty()) entry += " 電話 電話番号 " + record.phone;
  for (const auto& extension : record.extension) entry += " 内線 " + extension + " ex." + extension;
  if (!record.email.empty()) entry += " メール " + record.email;
  if (!record.url.empty()) entry += " " + record.url;
  return entry;
}

}  // namespace

std::vector<Passage> passages(const Record& record) {
  std::vector<Passage> result;
  const auto add = [&](Field field, const std::string& text) {
    const auto same = [&](const Passage& passage) { return passage.text == text; };
    if (!text.empty() && std::ranges::none_of(result, same)) result.push_back({field, text});
  };
  const auto add_all = [&](Field field, const std::vector<std::string>& texts) {
    for (const auto& text : texts) add(field, text);
  };
  add(Field::title, record.title);
  add(Field::text, record.text);
  add(Field::procedure, record.procedure);
  add_all(Field::need, record.need);
  add_all(Field::scheme, record.scheme);
  add_all(Field::office, record.office);
  add_all(Field::audience, record.audience);
  if (record.type == RecordType::contact) {
    add(Field::phone, directory_entry(record));
  } else {
    add(Field::phone, record.phone);
    add_all(Field::extension, record.extension);
    add(Field::email, record.email);
    add(Field::url, record.url);
  }
  return result;
}

}  // namespace chiho
