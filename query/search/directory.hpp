// The directory of the editions: every office, also one that no page of the directory lists.
#pragma once

#include <string>
#include <vector>

#include "dict/analyzer.hpp"
#include "query/index/metadata.hpp"
#include "query/search/answer.hpp"

namespace chiho {

struct DirectoryEntry {
  ContactDetails contact;
  std::vector<std::string> aliases;
  std::string note;
  std::string record;           // the id of its contact record; empty if it has none
  EditionNote edition;          // its id is empty for an office of no edition
  std::vector<Related> charge;  // the schemes and cases that name it, by page
};

// The offices that `typed` names: by name, alias or id; else by number or address (03-5501-8373, 5501 8373, +81…, an
// extension, an e-mail), else by part of a name or by its reading in kana or romaji.
std::vector<DirectoryEntry> find_offices(const std::vector<const Edition*>& editions, const std::string& typed,
                                         const Analyzer& analyzer);

}  // namespace chiho
