#include "small_index.hpp"

#include <fstream>
#include <memory>
#include <sstream>

#include "bytes/checksum.hpp"
#include "indexer/head.hpp"
#include "indexer/writer.hpp"
#include "query/index/dealt.hpp"
#include "query/index/generation.hpp"

namespace chiho::test {

namespace fs = std::filesystem;

const Analyzer& analyzer() {
  static const Analyzer shared;
  return shared;
}

Record page(const std::string& id, const std::string& text) {
  Record record;
  record.id = id;
  record.text = text;
  return record;
}

namespace {

Generation write_shards(const std::vector<Record>& records, Metadata metadata, std::size_t shards,
                        const fs::path& folder) {
  Generation generation{1, 0, "", {}};
  Metadata whole = metadata;
  for (std::size_t shard = 0; shard < shards; ++shard) {
    std::vector<Record> dealt;
    for (std::size_t i = shard; i < records.size(); i += shards) dealt.push_back(records[i]);
    const std::string name = shard_file_name(1, shard);
    whole.add_counts(IndexWriter({folder / "writing" / name}, analyzer()).write(dealt, metadata, folder / name));
    generation.shards.push_back(
        {name, std::string(dealt_prefix) + "these", fs::file_size(folder / name), file_checksum(folder / name)});
  }
  whole.fingerprint = analyzer().fingerprint();
  write_head(whole, folder / "writing" / "head", folder / generation.file_name());
  return generation;
}

}  // namespace

SmallIndex::SmallIndex(std::vector<Record> records, const std::string& synonyms, std::vector<Edition> editions,
                       std::size_t shards) {
  Metadata metadata;
  metadata.editions = editions;
  Generation first{1, 0, "", {}};
  const fs::path file = folder_.path() / first.file_name();
  if (shards == 1)
    IndexWriter({folder_.path() / "writing"}, analyzer()).write(records, metadata, file);
  else
    first = write_shards(records, metadata, shards, folder_.path());
  first.size = fs::file_size(file);
  first.checksum = file_checksum(file);
  std::ofstream(folder_.path() / current_file, std::ios::binary) << to_text({first, std::nullopt});
  index_ = std::make_unique<Index>(folder_.path());
  std::istringstream lines(synonyms);
  synonyms_.read(lines, "synonyms");
}

Answer SmallIndex::answer(const Request& request) const {
  return Searcher(*index_, analyzer(), &synonyms_).search(request);
}

Answer SmallIndex::answer(const std::string& query) const {
  Request request;
  request.query = query;
  return answer(request);
}

std::vector<std::string> SmallIndex::ids(const std::string& query) const {
  Request request;
  request.query = query;
  request.match = MatchMode::all;
  request.limit = 100;
  std::vector<std::string> found;
  for (const Hit& hit : answer(request).hits) found.push_back(hit.record.id);
  return found;
}

}  // namespace chiho::test
