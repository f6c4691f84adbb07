#include "import/reviews.hpp"

namespace chiho::brochure {

std::vector<std::string> told(const Reviews& reviews, const SourcePages& pages) {
  std::vector<std::string> notes;
  notes.reserve(reviews.size());
  for (const Review& review : reviews)
    notes.push_back("要確認: " + pages.place(review.line, review.line).ja + " " + review.what);
  return notes;
}

}  // namespace chiho::brochure
