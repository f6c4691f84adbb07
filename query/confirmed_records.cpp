#include "query/confirmed_records.hpp"

#include <algorithm>
#include <utility>

namespace chiho {

ConfirmedRecords::ConfirmedRecords(std::vector<Xapian::docid> docids, double weight)
    : docids_(std::move(docids)), weight_(weight) {}

void ConfirmedRecords::init(const Xapian::Database&) {
  at_ = 0;
  started_ = false;
  set_maxweight(weight_);
}

void ConfirmedRecords::next(double) {
  if (started_) ++at_;
  started_ = true;
}

void ConfirmedRecords::skip_to(Xapian::docid docid, double) {
  started_ = true;
  at_ = static_cast<std::size_t>(
      std::lower_bound(docids_.begin() + static_cast<std::ptrdiff_t>(at_), docids_.end(), docid) - docids_.begin());
}

}  // namespace chiho
