// What the documents of an index will have in common.
#pragma once

#include <future>
#include <span>

#include "corpus/record.hpp"
#include "dict/analyzer.hpp"
#include "query/index/stored_document.hpp"

namespace chiho {

// Made of records from all over the corpus, always the same for the same records. `beside`: whether by two threads, or
// one after the other.
DocumentDictionaries dictionaries_for(std::span<const Record> records, const Analyzer& analyzer, std::launch beside);

}  // namespace chiho
