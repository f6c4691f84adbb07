// A real index of a few records, made for one test.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "query/search/searcher.hpp"
#include "temporary_folder.hpp"

namespace chiho::test {

// The analyzer that all tests share.
const Analyzer& analyzer();

// A page record of this id and text.
Record page(const std::string& id, const std::string& text);

class SmallIndex {
 public:
  // `synonyms` are lines of a synonyms file. `editions` may be empty. Records are dealt out to the shards in turn.
  explicit SmallIndex(std::vector<Record> records, const std::string& synonyms = "", std::vector<Edition> editions = {},
                      std::size_t shards = 1);

  [[nodiscard]] Answer answer(const Request& request) const;
  [[nodiscard]] Answer answer(const std::string& query) const;
  // The ids of the hits that match every word, in their order.
  [[nodiscard]] std::vector<std::string> ids(const std::string& query) const;
  [[nodiscard]] const Index& index() const { return *index_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Index> index_;
  Synonyms synonyms_;
};

}  // namespace chiho::test
