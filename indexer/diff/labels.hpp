// What people read for kinds and fields.
#pragma once

#include <string_view>

#include "error/error.hpp"
#include "indexer/diff/items.hpp"

namespace chiho {

// office, scheme, case, need, audience, edition.
std::string_view kind_key(ItemKind kind);
// The heading over the changes of a kind.
Text kind_label(ItemKind kind);

Text field_label(std::string_view key);

}  // namespace chiho
