// What a command works with, opened once.
#pragma once

#include "dict/analyzer.hpp"
#include "dict/synonyms.hpp"
#include "query/index/index.hpp"
#include "query/program/command_line.hpp"
#include "query/search/searcher.hpp"

namespace chiho {

// --partial
Opening opening_of(const CommandLine& line);
// --no-synonyms, --synonyms. Throws Error io for a file that cannot be read.
Synonyms synonyms_of(const CommandLine& line);

struct Engine {
  // Says on standard error where shards are done without. Throws Error index, and Error io for a synonyms file.
  Engine(const CommandLine& line, Lang lang);

  [[nodiscard]] Searcher searcher() const { return {index, analyzer, &synonyms}; }

  Index index;
  Analyzer analyzer;
  Synonyms synonyms;
};

// 0 found, 1 nothing found.
int exit_code(const Answer& answer);

}  // namespace chiho
