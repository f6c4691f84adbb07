// Records that hold some letters, which no term of the index can say: those that may, by the letters' index, and for
// each, when it is asked, whether its text does.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "query/index/shards.hpp"

namespace chiho {

class LiteralRecords {
 public:
  // `candidates` ascending, and for shards that are served, as a query of terms that finds the same. `holds` is asked
  // once of a record, if ever; without it, all of them do.
  explicit LiteralRecords(std::vector<Xapian::docid> candidates, std::function<bool(Xapian::docid)> holds = {},
                          Xapian::Query by_terms = {});

  [[nodiscard]] const std::vector<Xapian::docid>& candidates() const { return candidates_; }
  [[nodiscard]] const Xapian::Query& candidates_by_terms() const { return by_terms_; }
  // All of them do, without a look.
  [[nodiscard]] bool certain() const { return !ask_; }
  // False of what is no candidate.
  [[nodiscard]] bool holds(Xapian::docid id) const;
  [[nodiscard]] bool any() const;
  // Those that do, ascending.
  [[nodiscard]] std::vector<Xapian::docid> all() const;

 private:
  enum class Known : std::uint8_t { no_answer, holds, does_not };

  [[nodiscard]] bool candidate_holds(std::size_t place) const;

  std::vector<Xapian::docid> candidates_;
  std::function<bool(Xapian::docid)> ask_;
  Xapian::Query by_terms_;
  mutable std::vector<Known> known_;  // by candidate
};

using Literals = std::vector<std::shared_ptr<const LiteralRecords>>;

// Those that any of them finds.
std::shared_ptr<const LiteralRecords> any_of(Literals records);

// A query for them, all of one weight. Texts are looked into as Xapian comes by.
Xapian::Query literal_query(const Shards& shards, const std::shared_ptr<const LiteralRecords>& records,
                            double weight = 0);

// A query for the candidates, whether they hold them or not.
Xapian::Query candidates_query(const Shards& shards, const std::shared_ptr<const LiteralRecords>& records,
                               double weight = 0);

// The same for records that are known already, ascending.
Xapian::Query known_query(const Shards& shards, std::vector<Xapian::docid> ids, double weight = 0);

}  // namespace chiho
