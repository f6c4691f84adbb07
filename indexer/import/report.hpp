// What an import did with every line of its source, for the librarian to read beside the edition folder.
#pragma once

#include <string>

#include "import/import.hpp"

namespace chiho {

inline constexpr const char* import_report_name = "import-report.txt";

std::string import_report(const Imported& imported, Lang lang);

// "1,200 lines: 900 in records …": for stdout.
Text import_summary(const Claims& claims);

}  // namespace chiho
