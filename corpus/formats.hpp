// How phone numbers, e-mail addresses, URLs and dates are written in an edition folder.
#pragma once

#include <string>
#include <string_view>

#include "corpus/file_faults.hpp"

namespace chiho {

// What a value should look like, and a guess what a malformed one was meant to be.
struct Format {
  bool (*matches)(std::string_view text);
  std::string (*guess)(std::string_view text);  // need not match
  Text name;
  Text example;
};

extern const Format phone_format;      // of Japan, with its hyphens: 03-5501-8000
extern const Format extension_format;  // digits
extern const Format email_format;
extern const Format url_format;   // http and https
extern const Format date_format;  // 2018-07 or 2018-07-15

// Full-width letters and the many dashes as their ASCII forms, white space left out.
std::string narrowed(std::string_view text);

// Adds a fault unless the text matches.
void check_format(const Format& format, const Located<std::string>& text, FileFaults& faults);

}  // namespace chiho
