// chiho-index export
#include <fmt/format.h>

#include "corpus/edition_folder.hpp"
#include "corpus/jsonl.hpp"
#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/sources.hpp"
#include "query/index.hpp"
#include "query/stored_document.hpp"
#include "query/xapian_errors.hpp"

namespace chiho {

namespace fs = std::filesystem;

int export_command(const CommandLine& line, Lang) {
  need_arguments(line, 1, 1, {"索引か版のフォルダを一つ", "one index or edition folder"});
  const fs::path path = line.arguments.front();
  if (is_edition_folder(path)) {
    const Sources sources = read_sources({path});
    if (!sources.faults.empty())
      throw Error(
          ErrorCode::corpus,
          {fmt::format("誤りがあります: {}", path.string()), fmt::format("faulty: {}", path.string())},
          {fmt::format("chiho-index check {}", path.string()), fmt::format("chiho-index check {}", path.string())});
    for (const Record& record : sources.collection.records) print(to_jsonl(record) + "\n");
    return 0;
  }
  const Index index(path);
  with_xapian(index.where(), [&] {
    for (auto posting = index.database().postlist_begin(""); posting != index.database().postlist_end(""); ++posting)
      print(to_jsonl(StoredDocument(index.database().get_document(*posting).get_data()).record()) + "\n");
  });
  return 0;
}

}  // namespace chiho
