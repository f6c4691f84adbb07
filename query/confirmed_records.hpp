// Records of which it was found that a word stands in them, where the index can only say that its n-grams do.
#pragma once

#include <xapian.h>

#include <vector>

namespace chiho {

// The records of a known set, in order of docid, each with weight 0. One database, not several.
class ConfirmedRecords final : public Xapian::PostingSource {
 public:
  // `docids` ascending.
  explicit ConfirmedRecords(std::vector<Xapian::docid> docids);

  void init(const Xapian::Database& database) override;
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double) override;
  void skip_to(Xapian::docid docid, double) override;
  [[nodiscard]] bool at_end() const override { return started_ && at_ == docids_.size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return docids_[at_]; }
  [[nodiscard]] ConfirmedRecords* clone() const override { return new ConfirmedRecords(docids_); }

 private:
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(docids_.size()); }

  std::vector<Xapian::docid> docids_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace chiho
