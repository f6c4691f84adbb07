// What an index is built from: edition folders, folders of documents, JSON Lines files.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "corpus/edition.hpp"
#include "corpus/fault.hpp"
#include "corpus/record.hpp"
#include "query/index/metadata.hpp"

namespace chiho {

// Each source with its checksum, its records not yet counted. `look` is called again and again; what it throws ends the
// search. Throws Error io for what is not there or cannot be read, Error usage for what is no source.
std::vector<Source> find_sources(
    const std::vector<std::filesystem::path>& paths, const std::function<void()>& look = [] {});

// What sources tell besides their records.
struct Sources {
  std::vector<Source> sources;
  std::vector<Edition> editions;
  Faults faults;  // of every source, and of ids that stand in two
};

// Gives their records away one by one, in order, and holds none. Throws Error io.
Sources read_sources(std::vector<Source> found, const std::function<void(Record&&)>& take);

}  // namespace chiho
