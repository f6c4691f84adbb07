// The head of an index of several shards: what the index says of itself, without a record.
#pragma once

#include <filesystem>

#include "query/index/metadata.hpp"

namespace chiho {

// Writes the single file `target`, by way of `folder`, which is made. Throws Error io.
void write_head(const Metadata& metadata, const std::filesystem::path& folder, const std::filesystem::path& target);

}  // namespace chiho
