// The controlled list of audiences, made from what the cards say.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/edition.hpp"
#include "import/lines.hpp"
#include "import/reviews.hpp"

namespace chiho::brochure {

class AudienceBook {
 public:
  // First every card's lines are shown, then they are read: a name that another card has by itself is found in a run of
  // names whose separators were lost.
  void show(const Lines& lines);
  std::vector<std::string> read(const Lines& lines, Reviews& reviews);

  // With broader terms: 中小企業 ends with 企業 and is narrower.
  [[nodiscard]] std::vector<Audience> audiences() const;

 private:
  [[nodiscard]] std::vector<std::string> names_in(const std::string& part, std::size_t line, Reviews& reviews) const;
  [[nodiscard]] Lines with_wrapped_names(const Lines& lines) const;
  std::string add(const std::string& printed);

  std::set<std::string> shown_;  // names that stand by themselves
  std::vector<Audience> audiences_;
  std::map<std::string, std::size_t> numbers_;  // by key
};

}  // namespace chiho::brochure
