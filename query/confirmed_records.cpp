#include "query/confirmed_records.hpp"

#include <algorithm>
#include <memory>

namespace chiho {

namespace {

// Records by shard, as they are numbered there.
struct RecordsOfShards {
  Shards shards;
  std::vector<std::vector<Xapian::docid>> ids;
};

// Xapian searches shard by shard, each with a clone of its own.
class ConfirmedRecords final : public Xapian::PostingSource {
 public:
  ConfirmedRecords(std::shared_ptr<const RecordsOfShards> records, double weight)
      : records_(std::move(records)), weight_(weight) {}

  void init(const Xapian::Database& shard) override {
    ids_ = &records_->ids[records_->shards.find(shard)];
    at_ = 0;
    started_ = false;
    set_maxweight(weight_);
  }
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid id, double) override {
    started_ = true;
    at_ = static_cast<std::size_t>(std::lower_bound(ids_->begin() + static_cast<std::ptrdiff_t>(at_), ids_->end(), id) -
                                   ids_->begin());
  }
  [[nodiscard]] bool at_end() const override { return started_ && at_ == ids_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*ids_)[at_]; }
  [[nodiscard]] ConfirmedRecords* clone() const override { return new ConfirmedRecords(records_, weight_); }
  [[nodiscard]] double get_weight() const override { return weight_; }

 private:
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(ids_->size()); }

  std::shared_ptr<const RecordsOfShards> records_;
  const std::vector<Xapian::docid>* ids_ = nullptr;  // of the shard that is searched
  double weight_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

Xapian::Query confirmed_records(const Shards& shards, const std::vector<Xapian::docid>& ids, double weight) {
  const auto records = std::make_shared<RecordsOfShards>(RecordsOfShards{shards, {}});
  records->ids.resize(shards.size());
  for (const Xapian::docid id : ids) records->ids[shards.shard_of(id)].push_back(shards.id_in_shard(id));
  return Xapian::Query((new ConfirmedRecords(records, weight))->release());
}

}  // namespace chiho
