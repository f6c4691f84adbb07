// Offices by whatever name the brochure calls them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/edition.hpp"
#include "import/contact_data.hpp"
#include "import/lines.hpp"
#include "import/reviews.hpp"

namespace chiho::brochure {

// A name ends with what offices and organisations end with: 課, 室, 協会 …
bool ends_like_office(std::string_view name);
// Every line is a name of that kind, a remark in brackets aside, or a phone, e-mail or URL.
bool looks_like_contact(const Lines& lines);

class OfficeBook {
 public:
  explicit OfficeBook(std::vector<Office> directory);

  // The controlled names of the offices in the value of a 連絡先 or 担当課室. One that the directory does not list
  // becomes an office without a page; a name that the directory writes otherwise becomes an alias.
  std::vector<std::string> read(const Lines& lines, Reviews& reviews);

  // Of the same value, the lines that say more than the names that were read: a remark in brackets, a link's title, a
  // phone that the directory gives otherwise.
  [[nodiscard]] std::vector<std::string> remarks(const Lines& lines, const std::vector<std::string>& names) const;

  // Of "開発協力総括課 自治体": the length of the known names that the text begins with, before white space; 0 if none.
  [[nodiscard]] std::size_t known_beginning(std::string_view text) const;

  [[nodiscard]] const std::vector<Office>& offices() const { return offices_; }
  std::vector<Office>& offices() { return offices_; }

 private:
  struct Mention {
    std::string name;
    ContactData data;
    std::size_t line = 0;
    bool vague = false;  // X等関連課室
  };
  using Names = std::map<std::string, std::size_t, std::less<>>;

  [[nodiscard]] std::vector<Mention> mentions(const Lines& lines) const;
  void add_mentions(const Line& line, std::vector<Mention>& found) const;
  [[nodiscard]] std::vector<std::string> split_names(std::string_view text) const;
  [[nodiscard]] bool known(std::string_view name) const;
  [[nodiscard]] bool holds(const ContactData& data, const std::vector<std::string>& names) const;
  [[nodiscard]] std::optional<std::size_t> find(const Mention& mention) const;
  [[nodiscard]] std::optional<std::size_t> find_by_parts(std::u32string_view name) const;
  [[nodiscard]] std::optional<std::size_t> cut_short(std::string_view name) const;
  std::size_t resolve(const Mention& mention, Reviews& reviews);
  bool index(std::size_t office, std::string_view name);  // false where another office has the name
  void index_parts(std::size_t office);

  std::vector<Office> offices_;
  Names by_name_;       // key -> office
  Names by_tail_;       // 市民参加推進課 of JICA国内事業部市民参加推進課
  Names by_beginning_;  // JICA青年海外協力隊事務局 of JICA青年海外協力隊事務局参加促進課
  Names by_data_;       // URL or e-mail
};

}  // namespace chiho::brochure
