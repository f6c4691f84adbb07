// A folder of documents of no known layout, .pdf .txt .md, as `page` records.
//
// A page is a record. Its id is the document's path in the folder; for what has pages (a PDF, and a text with form
// feeds) with "/" and the number of the page from 1, which no document's name can end in. A record's title is its
// document's: the first heading of Markdown, the first line of a text, else the file's name. A page without text is
// none, and control characters are left out.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/fault.hpp"
#include "corpus/record.hpp"

namespace chiho {

// Every document below the folder, sorted by path, relative to it. Hidden files and folders, and links, are passed
// over. Throws Error io for a folder that cannot be read.
std::vector<std::filesystem::path> documents_in(const std::filesystem::path& folder);

// Gives their records away, and returns which of them cannot be read.
Faults read_documents(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& documents,
                      const std::function<void(Record&&)>& take);

}  // namespace chiho
