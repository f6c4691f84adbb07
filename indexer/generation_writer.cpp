#include "indexer/generation_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "bytes/checksum.hpp"
#include "indexer/head.hpp"
#include "query/index/database_file.hpp"
#include "query/index/xapian_errors.hpp"

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
    return metadata_of_json(open_database_file(file).get_metadata(std::string(metadata_key)), file.string());
  });
}

std::vector<Record> records_of(const Spool& spool, const SpoolRange& range) {
  std::vector<Record> records;
  spool.read(range, [&](Record&& record) { records.push_back(std::move(record)); });
  return records;
}

// Where the first record of each type stands in the order of the index.
std::array<std::size_t, record_types.size()> first_places(const std::vector<RecordType>& types) {
  std::array<std::size_t, record_types.size()> places{};
  for (std::size_t type = 1; type < places.size(); ++type)
    places[type] = places[type - 1] + static_cast<std::size_t>(std::ranges::count(types, record_types[type - 1]));
  return places;
}

// Of all that the shards are made from.
std::string dealt_id(const Metadata& metadata, const std::vector<ShardPlan>& shards) {
  std::string all = to_json(metadata);
  for (const ShardPlan& shard : shards) all += shard.checksum;
  return std::string(dealt_prefix) + checksum(all);
}

bool is_sound(const fs::path& file, const ShardFile& shard) {
  std::error_code error;
  return fs::file_size(file, error) == shard.size && !error && file_checksum(file) == shard.checksum;
}

}  // namespace

void GenerationWriter::report(const Progress& done, const Progress& in_all) const {
  request_.progress({done_.records + done.records, in_all.records, done_.bytes + done.bytes, in_all.bytes});
}

Metadata GenerationWriter::write_records(const Collected& collected, std::vector<Record> records,
                                         const Metadata& metadata, const fs::path& target,
                                         const std::optional<Dealt>& dealt) {
  sort_for_index(records);
  const fs::path folder = request_.working / "writing";
  const auto progress = [&](const Progress& done) { report(done, collected.in_all); };
  Metadata written = IndexWriter({folder, request_.jobs, progress, dealt}, analyzer_).write(records, metadata, target);
  fs::remove_all(folder);
  for (const Record& record : records) done_.bytes += bytes_of(record);
  done_.records += records.size();
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
    done_.records += plan.records;
    done_.bytes += plan.bytes;
    return *same;
  }
  const auto place = static_cast<std::size_t>(&plan - collected.shards.data()) + 1;
  const std::string name = shard_file_name(number, place);
  const fs::path file = request_.working / name;
  Metadata own;
  own.editions = whole.editions;  // the writer looks into them
  whole.add_counts(write_records(collected, records_of(collected.spool, plan.range), own, file));
  return {name, id, fs::file_size(file), file_checksum(file)};
}

// In one pass, so that many shards do not read the whole collection each.
std::vector<Spool> GenerationWriter::dealt_out(const Collected& collected) const {
  std::vector<Spool> shares;
  shares.reserve(request_.dealt);
  while (shares.size() < request_.dealt)
    shares.emplace_back(request_.working / fmt::format("records-{}", shares.size() + 1));
  auto place = first_places(collected.types);
  auto type = collected.types.begin();
  collected.spool.read_lines({0, collected.spool.end()}, [&](std::string_view line) {
    shares[place[static_cast<std::size_t>(*type++)]++ % shares.size()].add(line);
    report({}, collected.in_all);
  });
  for (Spool& share : shares) share.finish();
  return shares;
}

std::vector<ShardFile> GenerationWriter::deal(std::uint32_t number, const Collected& collected, Metadata& whole) {
  std::vector<ShardFile> files;
  const std::vector<Spool> shares = dealt_out(collected);
  const Metadata metadata = whole;
  Dealt dealt{dealt_id(metadata, collected.shards), 1, request_.dealt};
  for (; dealt.number <= dealt.count; ++dealt.number) {
    const std::string name = shard_file_name(number, dealt.number);
    const fs::path file = request_.working / name;
    const Spool& share = shares[dealt.number - 1];
    whole.add_counts(write_records(collected, records_of(share, {0, share.end()}), metadata, file, dealt));
    files.push_back({name, dealt.build, fs::file_size(file), file_checksum(file)});
  }
  return files;
}

Generation GenerationWriter::write(std::uint32_t number, const Collected& collected, Metadata metadata) {
  Generation generation{number, 0, "", {}};
  const fs::path file = request_.working / generation.file_name();
  metadata.fingerprint = analyzer_.fingerprint();
  if (collected.shards.size() == 1 && request_.dealt == 0) {
    write_records(collected, records_of(collected.spool, collected.shards.front().range), metadata, file);
  } else if (request_.dealt > 0) {
    generation.shards = deal(number, collected, metadata);
    write_head(metadata, request_.working / "head", file);
  } else {
    for (const ShardPlan& plan : collected.shards) {
      generation.shards.push_back(shard(number, collected, plan, metadata));
      report({}, collected.in_all);
    }
    write_head(metadata, request_.working / "head", file);
  }
  generation.size = fs::file_size(file);
  generation.checksum = file_checksum(file);
  return generation;
}

}  // namespace chiho
