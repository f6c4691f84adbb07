// Records of which it was found that a word stands in them, which no term of the index can say.
#pragma once

#include <xapian.h>

#include <vector>

namespace chiho {

// The records of a known set, in order of docid, all of one weight. One database, not several.
class ConfirmedRecords final : public Xapian::PostingSource {
 public:
  // `docids` ascending.
  explicit ConfirmedRecords(std::vector<Xapian::docid> docids, double weight = 0);

  void init(const Xapian::Database& database) override;
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double) override;
  void skip_to(Xapian::docid docid, double) override;
  [[nodiscard]] bool at_end() const override { return started_ && at_ == docids_.size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return docids_[at_]; }
  [[nodiscard]] ConfirmedRecords* clone() const override { return new ConfirmedRecords(docids_, weight_); }
  [[nodiscard]] double get_weight() const override { return weight_; }

 private:
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(docids_.size()); }

  std::vector<Xapian::docid> docids_;
  double weight_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace chiho
