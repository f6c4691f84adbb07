// schemes/*.toml and cases/*.toml of an edition folder, as they stand there: names are not resolved yet.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/edition_tables.hpp"
#include "corpus/toml_table_reader.hpp"

namespace chiho {

struct RecordDraft {
  RecordType type = RecordType::scheme;
  std::string path;  // as faults name it
  std::string name;  // of the file, without .toml
  TableReader::String title;
  TableReader::Strings aliases;
  std::optional<Located<int>> page;
  std::optional<int> pdf_page;
  TableReader::Strings scheme;
  TableReader::Strings office;
  TableReader::Strings audience;
  TableReader::Strings need;
  std::vector<int> year;
  std::vector<int> fiscal_year;
  std::string procedure;
  std::string text;
  TableReader::Strings details;
  TableReader::Strings captions;
  std::string url;
};

// By file name. The folder may be missing.
std::vector<RecordDraft> read_record_files(const std::filesystem::path& dir, RecordType type,
                                           const EditionTables& tables, Faults& faults, Faults& reviews);

// The folder of an edition that holds records of the type: schemes, cases.
std::string_view folder_of(RecordType type);

}  // namespace chiho
