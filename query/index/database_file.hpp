// A Xapian database in a single file, opened by a descriptor of our own: by a name Xapian does not tell why a file
// cannot be opened, and takes what is no database for a stub, even for one that names itself without end.
#pragma once

#include <xapian.h>

#include <filesystem>

namespace chiho {

// Where too many files are open, as many are allowed from then on as the system lets the user have. Throws Xapian's
// errors, and Error io where even those are too few.
Xapian::Database open_database_file(const std::filesystem::path& file);

}  // namespace chiho
