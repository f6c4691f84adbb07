// Which records hold a run of letters, or may: the index's n-grams, looked up.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/index/shards.hpp"

namespace chiho {

class LetterIndex {
 public:
  LetterIndex() = default;
  explicit LetterIndex(const Shards& shards);

  // Of one letter or two, folded. Throw Error index where the index is damaged, and Xapian's errors.
  [[nodiscard]] Xapian::doccount count(std::string_view letters) const;
  [[nodiscard]] std::vector<Xapian::docid> records(const std::string& letters) const {
    return records_with_all({letters});
  }
  // The records with all of them, ascending.
  [[nodiscard]] std::vector<Xapian::docid> records_with_all(const std::vector<std::string>& grams) const;

 private:
  // Of a shard: the list of these letters, and the records of some.
  [[nodiscard]] std::optional<std::string> list(std::size_t shard, std::string_view letters) const;
  [[nodiscard]] std::vector<Xapian::docid> records_with_all(std::size_t shard,
                                                            const std::vector<std::string>& grams) const;

  Shards shards_;
  std::vector<unsigned> bits_;  // by shard
};

}  // namespace chiho
