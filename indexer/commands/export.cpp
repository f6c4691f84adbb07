// chiho-index export
#include <fmt/format.h>

#include "corpus/edition_folder.hpp"
#include "corpus/jsonl.hpp"
#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/sources.hpp"
#include "indexer/told_editions.hpp"
#include "query/index/index.hpp"
#include "query/index/stored_document.hpp"
#include "query/index/xapian_errors.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// Twice through the records: what they do not say of their editions has to be known at the first of them.
template <typename ForEachRecord>
void print_records(const std::vector<Edition>& editions, const ForEachRecord& for_each) {
  ToldEditions told;
  for_each([&](Record record) { told.take(record); });
  Carriers carriers(editions, told.editions());
  for_each([&](Record record) {
    carriers.load(record);
    print(to_jsonl(record) + "\n");
  });
}

}  // namespace

int export_command(const CommandLine& line, Lang) {
  need_arguments(line, 1, 1, {"索引か版のフォルダを一つ", "one index or edition folder"});
  const fs::path path = line.arguments.front();
  if (is_edition_folder(path)) {
    std::vector<Record> records;
    const Sources sources =
        read_sources(find_sources({path}), [&](Record&& record) { records.push_back(std::move(record)); });
    if (!sources.faults.empty())
      throw Error(
          ErrorCode::corpus,
          {fmt::format("誤りがあります: {}", path.string()), fmt::format("faulty: {}", path.string())},
          {fmt::format("chiho-index check {}", path.string()), fmt::format("chiho-index check {}", path.string())});
    print_records(sources.editions, [&](const auto& take) {
      for (const Record& record : records) take(record);
    });
    return 0;
  }
  const Index index(path);
  with_xapian(index.where(), [&] {
    print_records(index.metadata().editions, [&](const auto& take) {
      index.each_record([&](Xapian::docid id) { take(index.documents().document(id)->record()); });
    });
  });
  return 0;
}

}  // namespace chiho
