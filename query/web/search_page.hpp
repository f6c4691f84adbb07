// The page of results.
#pragma once

#include "query/index/metadata.hpp"
#include "query/search/answer.hpp"
#include "query/web/data.hpp"
#include "query/web/page_request.hpp"

namespace chiho::web {

Data search_data(const Answer& answer, const Metadata& metadata, const PageRequest& page, Lang lang);

}  // namespace chiho::web
