#include "query/index/generation.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <regex>
#include <sstream>
#include <utility>

#include "bytes/checksum.hpp"
#include "bytes/file.hpp"
#include "error/error.hpp"
#include "query/index/dealt.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view heading = "chiho-index 1";
constexpr std::size_t largest_current = 1U << 26U;

[[noreturn]] void throw_damaged(const fs::path& file) {
  throw Error(
      ErrorCode::index,
      {fmt::format("索引が壊れています: {}", file.string()), fmt::format("the index is damaged: {}", file.string())},
      {"chiho-index build で作り直してください。", "Rebuild it with chiho-index build."});
}

std::string lines(const Generation& generation) {
  std::string text = fmt::format("{} {} {}\n", generation.number, generation.size, generation.checksum);
  for (const ShardFile& shard : generation.shards)
    text += fmt::format("shard {} {} {} {}\n", shard.name, shard.id, shard.size, shard.checksum);
  return text;
}

// What a line tells, if it is one of a generation or of its shards.
void parse_line(const std::string& text, std::vector<Generation>& generations) {
  std::istringstream in(text);
  ShardFile shard;
  Generation generation;
  if (text.starts_with("shard ")) {
    in.ignore(6) >> shard.name >> shard.id >> shard.size >> shard.checksum;
    if (in && generation_of_file(shard.name) && !generations.empty()) generations.back().shards.push_back(shard);
  } else if (in >> generation.number >> generation.size >> generation.checksum) {
    generations.push_back(generation);
  }
}

// Whoever reads it makes the text again: what was passed over here is seen there.
std::optional<Generations> parse(const std::string& text) {
  std::istringstream in(text);
  std::string line;
  std::getline(in, line);
  std::vector<Generation> generations;
  while (std::getline(in, line)) parse_line(line, generations);
  if (generations.empty() || generations.size() > 2) return std::nullopt;
  return Generations{generations[0], generations.size() > 1 ? std::optional(generations[1]) : std::nullopt};
}

void check_file(const fs::path& file, std::uint64_t size, const std::string& checksum, bool whole,
                const std::function<void()>& look) {
  std::error_code error;
  if (fs::file_size(file, error) != size || error) throw_damaged(file);
  if (whole && file_checksum(file, look) != checksum) throw_damaged(file);
}

}  // namespace

std::string Generation::file_name() const {
  return fmt::format("{:06}.glass", number);
}

std::string shard_file_name(std::uint32_t generation, std::size_t shard) {
  return fmt::format("{:06}-{}.glass", generation, shard);
}

std::optional<std::uint32_t> generation_of_file(const std::string& name) {
  static const std::regex pattern("([0-9]{6,9})(-[0-9]{1,9})?[.]glass");
  std::smatch parts;
  if (!std::regex_match(name, parts, pattern)) return std::nullopt;
  return static_cast<std::uint32_t>(std::strtoul(parts[1].str().c_str(), nullptr, 10));
}

std::uint64_t Generation::bytes() const {
  std::uint64_t sum = size;
  for (const ShardFile& shard : shards) sum += shard.size;
  return sum;
}

bool Generation::is_dealt() const {
  return !shards.empty() && shards.front().id.starts_with(dealt_prefix);
}

// The last line is the checksum of those before it, so that no byte can change unseen.
std::string to_text(const Generations& generations) {
  std::string text = std::string(heading) + "\n" + lines(generations.current);
  if (generations.previous) text += lines(*generations.previous);
  return text + checksum(text) + "\n";
}

std::optional<Generations> read_generations(const fs::path& db) {
  const fs::path file = db / current_file;
  std::error_code error;
  if (!fs::exists(file, error)) return std::nullopt;
  const std::string text = read_file(file, largest_current + 1);
  if (text.size() > largest_current) throw_damaged(file);
  auto generations = parse(text);
  if (!generations || to_text(*generations) != text) throw_damaged(file);
  return generations;
}

Generations generations_of(const fs::path& db) {
  if (auto generations = read_generations(db)) return *std::move(generations);
  throw Error(
      ErrorCode::index, {fmt::format("索引がありません: {}", db.string()), fmt::format("no index at {}", db.string())},
      {"chiho-index build で作った索引のフォルダを指定してください。", "Name a folder made by chiho-index build."});
}

void check_generation(const fs::path& db, const Generation& generation, bool whole, const std::function<void()>& look) {
  check_file(db / generation.file_name(), generation.size, generation.checksum, whole, look);
  for (const ShardFile& shard : generation.shards) check_file(db / shard.name, shard.size, shard.checksum, whole, look);
}

}  // namespace chiho
