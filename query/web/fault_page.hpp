// What went wrong, in the words of the page, and ways on from there.
#pragma once

#include <string>

#include "error/error.hpp"
#include "query/web/data.hpp"
#include "query/web/page_request.hpp"

namespace chiho::web {

// An error of a filter calls it by the page's label.
Error in_words_of_the_page(const Error& error);

// For the template error.html. `path` and `page`: what was asked for, as far as it was understood.
void set_fault(Data& data, const Error& error, const std::string& path, const PageRequest& page, Lang lang);

}  // namespace chiho::web
