// The headings over the cards: needs and their groups, as the body prints them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/edition.hpp"
#include "import/contents.hpp"
#include "import/labels.hpp"

namespace chiho::brochure {

struct Heading {
  std::optional<std::size_t> need;  // none: a group, or a heading above the groups
  std::string wording;              // as printed
  std::size_t line = 0;
};

// Knows the headings of the contents list; learns those that only the body has.
class Headings {
 public:
  explicit Headings(const Contents& contents);

  // What the block is, if it is a heading, or a group's and right below it a need's. Body and contents may differ in a
  // letter or two.
  std::vector<Heading> find(const Item& block);

  // Of all that find() found: the first time each was printed, and again.
  [[nodiscard]] const LineNumbers& lines() const { return lines_; }
  [[nodiscard]] const LineNumbers& repeats() const { return repeats_; }

  [[nodiscard]] const std::vector<ContentsNeed>& needs() const { return needs_; }
  // For the edition, in the same order: the body's wording is the name, what the contents list prints is an alias.
  [[nodiscard]] std::vector<Need> controlled() const;

 private:
  std::optional<Heading> find_one(const Item& block);
  [[nodiscard]] bool is_listed(const std::string& wording) const;
  void keep_lines(const Item& block, const std::string& name);
  [[nodiscard]] std::optional<std::size_t> likeliest_need(const std::string& wording) const;
  [[nodiscard]] std::optional<std::size_t> need_of(const std::string& wording, std::size_t line);
  [[nodiscard]] std::string name_of(std::size_t need) const;

  std::vector<ContentsNeed> needs_;
  std::vector<std::vector<std::string>> wordings_;  // of each need, in the body
  std::map<std::string, std::size_t> need_of_;      // by key
  std::map<std::string, std::string> group_of_;     // key -> as the body prints it, else the contents list
  std::set<std::string> printed_;                   // keys of needs and groups that the body has printed
  LineNumbers lines_;
  LineNumbers repeats_;
  std::string group_;  // the last one that the body printed
};

}  // namespace chiho::brochure
