// What a search can be narrowed by, and by what it is: boxes to check, chips to remove.
#pragma once

#include "query/search/answer.hpp"
#include "query/web/data.hpp"
#include "query/web/page_request.hpp"

namespace chiho::web {

void set_facets(Data& data, const Answer& answer, const PageRequest& page, Lang lang);

}  // namespace chiho::web
