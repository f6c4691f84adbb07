// What a command works with, opened once.
#pragma once

#include "dict/analyzer.hpp"
#include "dict/synonyms.hpp"
#include "query/command_line.hpp"
#include "query/index.hpp"
#include "query/searcher.hpp"

namespace chiho {

struct Engine {
  // Throws Error index, and Error io for a synonyms file.
  explicit Engine(const CommandLine& line);

  [[nodiscard]] Searcher searcher() const { return {index, analyzer, &synonyms}; }

  Index index;
  Analyzer analyzer;
  Synonyms synonyms;
};

// 0 found, 1 nothing found.
int exit_code(const Answer& answer);

}  // namespace chiho
