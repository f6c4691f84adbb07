#include "indexer/generation_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/checksum.hpp"
#include "indexer/head.hpp"
#include "query/xapian_errors.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// Equals are ranked in the order of the index: by type, then as the sources have them.
void sort_for_index(std::vector<Record>& records) {
  std::ranges::stable_sort(records, {}, &Record::type);
}

// What an index says of itself, or a shard of what it counts.
Metadata metadata_of(const fs::path& file) {
  return with_xapian(file.string(), [&] {
    return metadata_of_json(Xapian::Database(file.string()).get_metadata(std::string(metadata_key)), file.string());
  });
}

bool is_sound(const fs::path& file, const ShardFile& shard) {
  std::error_code error;
  return fs::file_size(file, error) == shard.size && !error && file_checksum(file) == shard.checksum;
}

}  // namespace

void GenerationWriter::report(const Progress& done, const Progress& in_all) const {
  request_.progress({done_.records + done.records, in_all.records, done_.bytes + done.bytes, in_all.bytes});
}

Metadata GenerationWriter::write_records(const Collected& collected, const ShardPlan& plan, const Metadata& metadata,
                                         const fs::path& target) {
  std::vector<Record> records = collected.spool.read(plan.range);
  sort_for_index(records);
  const fs::path folder = request_.working / "writing";
  const auto progress = [&](const Progress& done) { report(done, collected.in_all); };
  Metadata written = IndexWriter({folder, request_.jobs, progress}, analyzer_).write(records, metadata, target);
  fs::remove_all(folder);
  return written;
}

std::optional<ShardFile> GenerationWriter::reused(const std::string& id) const {
  const auto same = std::ranges::find(request_.reusable, id, &ShardFile::id);
  if (same == request_.reusable.end() || !is_sound(request_.db / same->name, *same)) return std::nullopt;
  return *same;
}

ShardFile GenerationWriter::shard(std::uint32_t number, const Collected& collected, const ShardPlan& plan,
                                  Metadata& whole) {
  const std::string id =
      plan.id(whole.editions, fmt::format("{} {}", Metadata::current_format, analyzer_.fingerprint()));
  if (const auto same = reused(id)) {
    whole.add_counts(metadata_of(request_.db / same->name));
    return *same;
  }
  const auto place = static_cast<std::size_t>(&plan - collected.shards.data()) + 1;
  const std::string name = shard_file_name(number, place);
  const fs::path file = request_.working / name;
  Metadata own;
  own.editions = whole.editions;  // the writer looks into them
  whole.add_counts(write_records(collected, plan, own, file));
  return {name, id, fs::file_size(file), file_checksum(file)};
}

Generation GenerationWriter::write(std::uint32_t number, const Collected& collected, Metadata metadata) {
  Generation generation{number, 0, "", {}};
  const fs::path file = request_.working / generation.file_name();
  if (collected.shards.size() == 1) {
    write_records(collected, collected.shards.front(), metadata, file);
  } else {
    metadata.fingerprint = analyzer_.fingerprint();
    for (const ShardPlan& plan : collected.shards) {
      generation.shards.push_back(shard(number, collected, plan, metadata));
      done_.records += plan.records;
      done_.bytes += plan.bytes;
      report({}, collected.in_all);
    }
    write_head(metadata, request_.working / "head", file);
  }
  generation.size = fs::file_size(file);
  generation.checksum = file_checksum(file);
  return generation;
}

}  // namespace chiho
