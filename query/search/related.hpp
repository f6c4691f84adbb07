// The schemes of a case, the cases of a scheme.
#pragma once

#include <vector>

#include "query/index/index.hpp"
#include "query/search/answer.hpp"

namespace chiho {

// Those of the same edition, in the order of the index. Throws Xapian's errors: called inside with_xapian.
std::vector<Related> related_to(const Index& index, const Record& record);

}  // namespace chiho
