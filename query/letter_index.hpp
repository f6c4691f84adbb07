// Which records hold a run of letters, or may: the index's n-grams, looked up.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

class LetterIndex {
 public:
  LetterIndex() = default;
  explicit LetterIndex(const Xapian::Database& database);

  // Of one letter or two, folded. Throw Error index where the index is damaged, and Xapian's errors.
  [[nodiscard]] Xapian::doccount count(std::string_view letters) const;
  [[nodiscard]] std::vector<Xapian::docid> records(std::string_view letters) const;
  // The records with all of them, ascending.
  [[nodiscard]] std::vector<Xapian::docid> records_with_all(const std::vector<std::string>& grams) const;

 private:
  [[nodiscard]] std::optional<std::string> list(std::string_view letters) const;

  Xapian::Database database_;
  unsigned bits_ = 0;
};

}  // namespace chiho
