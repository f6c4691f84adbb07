// Whether letters really stand in a record, where the index can only say that their n-grams do.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "corpus/record.hpp"
#include "corpus/schema.hpp"

namespace chiho {

// True if the folded letters stand in a folded passage of the record (of one field of it, if named).
bool stands_in(const Record& record, const std::string& letters, std::optional<Field> field);

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
