// What may be an id: of an edition, of a record, of a file or office of an edition folder.
#pragma once

#include <string>
#include <string_view>

#include "error/error.hpp"

namespace chiho {

// What is wrong with the id; empty where nothing is. Ids stand in run files, on command lines and in addresses, so they
// have no white space, in no script, and no control characters; an edition's has no / either, which ends it in a
// record's id.
Text fault_of_edition_id(std::string_view id);
Text fault_of_record_id(std::string_view id);

// A file's name (UTF-8, without control characters) as a record's id: white space becomes _.
std::string id_of_name(std::string_view name);

// What may name a file or an office: a-z, 0-9 and -.
bool is_plain_id(std::string_view id);

}  // namespace chiho
