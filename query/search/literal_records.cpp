#include "query/search/literal_records.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/index/terms.hpp"

namespace chiho {

LiteralRecords::LiteralRecords(std::vector<Xapian::docid> candidates, std::function<bool(Xapian::docid)> holds,
                               Xapian::Query by_terms)
    : candidates_(std::move(candidates)),
      ask_(std::move(holds)),
      by_terms_(std::move(by_terms)),
      known_(ask_ ? candidates_.size() : 0) {}

bool LiteralRecords::candidate_holds(std::size_t place) const {
  if (!ask_) return true;
  if (known_[place] == Known::no_answer) known_[place] = ask_(candidates_[place]) ? Known::holds : Known::does_not;
  return known_[place] == Known::holds;
}

bool LiteralRecords::holds(Xapian::docid id) const {
  const auto place = std::ranges::lower_bound(candidates_, id);
  if (place == candidates_.end() || *place != id) return false;
  return candidate_holds(static_cast<std::size_t>(place - candidates_.begin()));
}

bool LiteralRecords::any() const {
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    if (candidate_holds(i)) return true;
  return false;
}

std::vector<Xapian::docid> LiteralRecords::all() const {
  std::vector<Xapian::docid> all;
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    if (candidate_holds(i)) all.push_back(candidates_[i]);
  return all;
}

std::shared_ptr<const LiteralRecords> any_of(Literals records) {
  if (records.size() == 1) return records.front();
  std::stable_partition(records.begin(), records.end(), [](const auto& some) { return some->certain(); });
  std::vector<Xapian::docid> candidates;
  std::vector<Xapian::Query> by_terms;
  for (const auto& some : records) {
    by_terms.push_back(some->candidates_by_terms());
    std::vector<Xapian::docid> both;
    std::ranges::set_union(candidates, some->candidates(), std::back_inserter(both));
    candidates = std::move(both);
  }
  Xapian::Query any_term(Xapian::Query::OP_OR, by_terms.begin(), by_terms.end());
  if (records.empty() || records.back()->certain())
    return std::make_shared<const LiteralRecords>(std::move(candidates), nullptr, std::move(any_term));
  auto holds = [records = std::move(records)](Xapian::docid id) {
    return std::ranges::any_of(records, [id](const auto& some) { return some->holds(id); });
  };
  return std::make_shared<const LiteralRecords>(std::move(candidates), std::move(holds), std::move(any_term));
}

namespace {

// Candidates by shard, as they are numbered there.
struct Candidates {
  Shards shards;
  std::shared_ptr<const LiteralRecords> records;
  std::vector<std::vector<Xapian::docid>> ids;
};

// Xapian searches shard by shard, each with a clone of its own.
class Source final : public Xapian::PostingSource {
 public:
  Source(std::shared_ptr<const Candidates> candidates, double weight)
      : candidates_(std::move(candidates)), weight_(weight) {}

  void init(const Xapian::Database& shard) override {
    shard_ = candidates_->shards.find(shard);
    ids_ = &candidates_->ids[shard_];
    records_ = shard.get_doccount();
    at_ = 0;
    here_ = false;
    set_maxweight(weight_);
  }
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  // An AND goes through the one with the fewest and asks the others: texts are to be asked for, not gone through.
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override {
    return candidates_->records->certain() ? size() : records_;
  }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return get_termfreq_est(); }
  void next(double) override {
    if (here_) ++at_;
    skip_to(0, 0);
  }
  void skip_to(Xapian::docid id, double) override {
    move_to(id);
    while (at_ < ids_->size() && !holds((*ids_)[at_])) ++at_;
    here_ = true;
  }
  // Looks at one record where skip_to() would go on to the next that holds. Not where there is a weight: an OR of
  // Xapian 1.4.22 adds what was left behind.
  bool check(Xapian::docid id, double weight) override {
    if (weight_ != 0) return PostingSource::check(id, weight);
    move_to(id);
    here_ = at_ < ids_->size() && (*ids_)[at_] == id && holds(id);
    return here_ || at_ == ids_->size();
  }
  [[nodiscard]] bool at_end() const override { return at_ == ids_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*ids_)[at_]; }
  [[nodiscard]] Source* clone() const override { return new Source(candidates_, weight_); }
  [[nodiscard]] double get_weight() const override { return weight_; }

 private:
  void move_to(Xapian::docid id) {
    const auto from = ids_->begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(from, ids_->end(), id) - ids_->begin());
  }
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(ids_->size()); }
  [[nodiscard]] bool holds(Xapian::docid id) const {
    return candidates_->records->holds(candidates_->shards.id_of_all(shard_, id));
  }

  std::shared_ptr<const Candidates> candidates_;
  double weight_;
  std::size_t shard_ = 0;
  const std::vector<Xapian::docid>* ids_ = nullptr;  // of the shard that is searched
  Xapian::doccount records_ = 0;
  std::size_t at_ = 0;
  bool here_ = false;  // at a record that holds: the next is behind it
};

// A stock server knows no source of ours.
Xapian::Query with_weight(const Xapian::Query& query, double weight) {
  using Xapian::Query;
  if (weight == 0) return {0.0, query};
  return {Query::OP_FILTER, Query((new Xapian::FixedWeightPostingSource(weight))->release()), query};
}

// Each record has a term there.
Xapian::Query terms_of_records(const std::vector<Xapian::docid>& ids) {
  using Xapian::Query;
  std::vector<std::string> terms;
  terms.reserve(ids.size());
  for (const Xapian::docid id : ids) terms.push_back(record_term(id));
  return {Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace

Xapian::Query literal_query(const Shards& shards, const std::shared_ptr<const LiteralRecords>& records, double weight) {
  if (shards.served()) {
    const bool by_terms = records->certain() && !records->candidates_by_terms().empty();
    return with_weight(by_terms ? records->candidates_by_terms() : terms_of_records(records->all()), weight);
  }
  const auto candidates = std::make_shared<Candidates>();
  candidates->shards = shards;
  candidates->records = records;
  candidates->ids.resize(shards.size());
  for (const Xapian::docid id : records->candidates())
    candidates->ids[shards.shard_of(id)].push_back(shards.id_in_shard(id));
  return Xapian::Query((new Source(candidates, weight))->release());
}

Xapian::Query candidates_query(const Shards& shards, const std::shared_ptr<const LiteralRecords>& records,
                               double weight) {
  return shards.served() ? with_weight(records->candidates_by_terms(), weight)
                         : known_query(shards, records->candidates(), weight);
}

Xapian::Query known_query(const Shards& shards, std::vector<Xapian::docid> ids, double weight) {
  return literal_query(shards, std::make_shared<const LiteralRecords>(std::move(ids)), weight);
}

}  // namespace chiho
