// A search, from request to answer.
#pragma once

#include <optional>
#include <string>

#include "dict/analyzer.hpp"
#include "dict/synonyms.hpp"
#include "query/index/index.hpp"
#include "query/search/answer.hpp"
#include "query/search/filters.hpp"

namespace chiho {

enum class SortOrder : std::uint8_t { relevance, page, year };

struct Request {
  std::string query;
  FilterRequest filters;
  std::optional<int> page;
  std::string edition;  // an id, "all", or empty for the newest of each series
  MatchMode match = MatchMode::automatic;
  SortOrder sort = SortOrder::relevance;
  std::uint32_t limit = 10;
  std::uint32_t offset = 0;
  bool explain = false;  // say why
};

class Searcher {
 public:
  // `synonyms` may be null. All three must outlive the searcher. Throws Error index for another analyzer's index.
  Searcher(const Index& index, const Analyzer& analyzer, const Synonyms* synonyms);

  // Throws Error usage for a query or filter that cannot be understood, Error index for a damaged index.
  // What is found nowhere is searched once more with its compounds cut, and the answer says so (`corrected`).
  [[nodiscard]] Answer search(const Request& request) const;

  // Records like the one of this id, which is not among them: the request's filters and limits, no query. None if there
  // is no such id.
  [[nodiscard]] std::optional<Answer> similar(const std::string& id, const Request& request) const;

  // One record by its id, with its contacts and what is related to it. None if there is no such id.
  [[nodiscard]] std::optional<Hit> find(const std::string& id) const;

 private:
  const Index& index_;
  const Analyzer& analyzer_;
  const Synonyms* synonyms_;
};

}  // namespace chiho
