// edition.toml, offices.toml, audiences.toml and needs.toml of an edition folder.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/controlled_names.hpp"
#include "corpus/edition.hpp"
#include "corpus/toml_table_reader.hpp"

namespace chiho {

struct EditionTables {
  Edition edition;
  bool pages_known = false;  // edition.toml gives a range of pages that makes sense
  ControlledNames offices{Field::office};
  ControlledNames audiences{Field::audience};
  ControlledNames needs{Field::need};

  std::map<std::string, std::size_t> need_numbers;  // into edition.needs, by controlled name

  [[nodiscard]] const Need* need(const std::string& name) const;
};

EditionTables read_edition_tables(const std::filesystem::path& dir, Faults& faults);
// To be asked when all records are read: a fault for each of the files that is not there though its names are used.
void report_missed_tables(const std::filesystem::path& dir, const EditionTables& tables, Faults& faults);

// A fault where the page is none of the edition's.
void check_page(const Located<int>& page, const EditionTables& tables, FileFaults& faults);

}  // namespace chiho
