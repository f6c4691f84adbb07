// Records -> one immutable Xapian file.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/record.hpp"
#include "dict/analyzer.hpp"
#include "indexer/share_writer.hpp"
#include "query/index/dealt.hpp"
#include "query/index/metadata.hpp"

namespace chiho {

// How far a build has come.
struct Progress {
  std::size_t records = 0;
  std::size_t records_in_all = 0;
  std::size_t bytes = 0;
  std::size_t bytes_in_all = 0;
};

// About what a record costs: the bytes of what it says.
std::size_t bytes_of(const Record& record);

// Of a database's metadata, with their values.
using Entries = std::vector<std::pair<std::string, std::string>>;

// Several threads analyze and write, each a database of its own for a share of the records that stand together;
// compaction makes one file of them, in their order.
class IndexWriter {
 public:
  struct Request {
    std::filesystem::path folder;  // is made, and holds their databases while they are written
    std::size_t jobs = 0;          // threads at most; 0: as the machine has
    // Called again and again, by the thread that called. What it throws ends the writing.
    std::function<void(const Progress&)> progress = [](const Progress&) {};
    std::optional<Dealt> dealt{};  // where the records are those of a shard that is to be served by itself
  };
  IndexWriter(Request request, const Analyzer& analyzer) : request_(std::move(request)), analyzer_(analyzer) {}

  // Equals are ranked in the order of the records. `metadata` has their editions; it is completed with what was
  // counted, and all is written to the single file `target`. Returns what was written of it. Throws Error io.
  Metadata write(std::span<const Record> records, Metadata metadata, const std::filesystem::path& target);

 private:
  void fill(std::span<const Record> records, const std::vector<Edition>& editions);
  void write_all_letters();
  [[nodiscard]] Entries all_readings() const;
  void put_together(Metadata& metadata, const std::filesystem::path& target, const Progress& progress);

  Request request_;
  const Analyzer& analyzer_;
  DocumentDictionaries dictionaries_;
  std::vector<ShareWriter> writers_;
};

}  // namespace chiho
