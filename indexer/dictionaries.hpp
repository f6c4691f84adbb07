// What the documents of an index will have in common.
#pragma once

#include <span>

#include "corpus/record.hpp"
#include "dict/analyzer.hpp"
#include "query/stored_document.hpp"

namespace chiho {

// Made of records from all over the corpus, always the same for the same records.
DocumentDictionaries dictionaries_for(std::span<const Record> records, const Analyzer& analyzer);

}  // namespace chiho
