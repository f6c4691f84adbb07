// What an index is built from: edition folders, folders of documents, JSON Lines files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/edition.hpp"
#include "corpus/fault.hpp"
#include "query/metadata.hpp"

namespace chiho {

struct Sources {
  Collection collection;
  std::vector<Source> sources;
  Faults faults;  // of every source, and of ids that stand in two
};

// Throws Error io for what cannot be read, Error usage for what is no source.
Sources read_sources(const std::vector<std::filesystem::path>& paths);

}  // namespace chiho
