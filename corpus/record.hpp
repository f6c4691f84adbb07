// A record: one thing that can be found. Exactly what one line of JSON Lines holds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// In the order in which equals are ranked.
enum class RecordType : std::uint8_t { scheme, case_study, contact, page };
inline constexpr std::array record_types{RecordType::scheme, RecordType::case_study, RecordType::contact,
                                         RecordType::page};

// "scheme", "case", "contact", "page".
std::string_view to_string(RecordType type);
std::optional<RecordType> record_type_of(std::string_view name);

// All strings are UTF-8. An empty string or list, or a missing number, is one that the source does not give.
struct Record {
  std::string id;
  RecordType type = RecordType::page;
  std::string title;
  std::optional<int> page;      // the number printed on the page
  std::optional<int> pdf_page;  // the page of the PDF file, from 1
  std::string edition;          // the edition's id; empty for a plain document
  std::string procedure;
  std::string text;  // all else that is said of the record, captions included; paragraphs end in '\n'
  std::vector<std::string> office;
  std::vector<std::string> audience;
  std::vector<std::string> scheme;
  std::vector<int> year;         // calendar years of the event or work, ascending
  std::vector<int> fiscal_year;  // April to March, by the year it begins in, ascending
  std::vector<std::string> need;
  std::string phone;
  std::vector<std::string> extension;
  std::string email;
  std::string url;

  bool operator==(const Record&) const = default;
};

}  // namespace chiho
