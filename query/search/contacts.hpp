// Whom to call: an office's entry in its edition's directory.
#pragma once

#include <string_view>

#include "query/index/metadata.hpp"
#include "query/search/answer.hpp"

namespace chiho {

// By controlled name. An office that the edition does not know, or knows without a number, comes back by name alone.
ContactDetails contact_of(const Edition* edition, std::string_view office);
// Of the record's offices, in their order.
std::vector<ContactDetails> contacts_of(const Metadata& metadata, const Record& record);
EditionNote note_of(const Edition& edition);

}  // namespace chiho
