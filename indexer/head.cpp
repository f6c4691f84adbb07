#include "indexer/head.hpp"

#include <xapian.h>

#include "query/index/xapian_errors.hpp"

namespace chiho {

void write_head(const Metadata& metadata, const std::filesystem::path& folder, const std::filesystem::path& target) {
  with_xapian_writing(target.string(), [&] {
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    database.set_metadata(std::string(metadata_key), to_json(metadata));
    database.commit();
    database.compact(target.string(), Xapian::DBCOMPACT_SINGLE_FILE);
  });
}

}  // namespace chiho
