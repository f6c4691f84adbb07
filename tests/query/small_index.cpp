#include "small_index.hpp"

#include <fstream>
#include <memory>
#include <sstream>

#include "indexer/writer.hpp"
#include "query/generation.hpp"

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

SmallIndex::SmallIndex(std::vector<Record> records, const std::string& synonyms, std::vector<Edition> editions) {
  Metadata metadata;
  metadata.editions = editions;
  const Generation first{1, 0, ""};
  const fs::path file = folder_.path() / first.file_name();
  IndexWriter({folder_.path() / "writing"}, analyzer()).write(records, metadata, file);
  std::ofstream(folder_.path() / current_file, std::ios::binary)
      << to_text({{1, fs::file_size(file), file_checksum(file)}, std::nullopt});
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
