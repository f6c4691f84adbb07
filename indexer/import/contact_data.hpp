// Phones, extensions, e-mail addresses and URLs in a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiho::brochure {

struct ContactData {
  std::vector<std::string> phones;
  std::vector<std::string> extensions;
  std::vector<std::string> emails;
  std::vector<std::string> urls;
  std::string before;  // the text before the first of them
  std::string after;   // what else stands behind it

  [[nodiscard]] bool empty() const { return phones.empty() && extensions.empty() && emails.empty() && urls.empty(); }
};
ContactData contact_data(std::string_view line);

// The same without repeats, `more` behind.
void add(ContactData& data, const ContactData& more);

}  // namespace chiho::brochure
