#include "query/index/stub.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <optional>
#include <string_view>

#include "bytes/file.hpp"
#include "error/error.hpp"
#include "query/index/dealt.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest_line = 4096;
constexpr unsigned last_port = 65535;

const Text how_to_write{"「remote HOST:PORT」か「auto PATH」の行でシャードを挙げます。",
                        "It lists shards in lines \"remote HOST:PORT\" or \"auto PATH\"."};

[[noreturn]] void throw_bad_line(const fs::path& stub, std::size_t line) {
  throw Error(ErrorCode::index,
              {fmt::format("{}:{}: シャードの一覧として読めません。", stub.string(), line),
               fmt::format("{}:{}: not a line of a list of shards", stub.string(), line)},
              how_to_write);
}

// HOST:PORT; an IPv6 address may stand in brackets.
std::optional<StubEntry> server(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  StubEntry entry;
  const std::string_view port = text.substr(colon + 1);
  const auto [end, fault] = std::from_chars(port.data(), port.data() + port.size(), entry.port);
  if (fault != std::errc() || end != port.data() + port.size() || entry.port < 1 || entry.port > last_port)
    return std::nullopt;
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host.empty() || host.find_first_of(" \t") != std::string_view::npos) return std::nullopt;
  entry.host = host;
  return entry;
}

std::optional<StubEntry> entry_of(std::string_view line, const fs::path& folder) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || line.find('\0') != std::string_view::npos) return std::nullopt;
  const std::string_view type = line.substr(0, space);
  const std::string_view rest = line.substr(space + 1);
  if (type == "remote") return server(rest);
  if ((type != "auto" && type != "glass") || rest.empty()) return std::nullopt;
  StubEntry entry;
  entry.file = folder / fs::path(rest);
  return entry;
}

}  // namespace

std::string StubEntry::place() const {
  if (host.empty()) return file.string();
  return fmt::format("{}:{}", host, port);
}

std::vector<StubEntry> read_stub(const fs::path& stub) {
  std::ifstream in(stub, std::ios::binary);
  if (!in.is_open()) throw_unreadable(stub);
  std::vector<StubEntry> entries;
  std::string line(longest_line, '\0');
  for (std::size_t number = 1; in.getline(line.data(), longest_line).gcount() > 0 || !in.eof(); ++number) {
    if (in.fail()) throw_bad_line(stub, number);
    std::string_view text(line.data(), static_cast<std::size_t>(in.gcount()) - (in.eof() ? 0 : 1));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.empty() || text.starts_with('#')) continue;
    const auto entry = entry_of(text, stub.parent_path());
    if (!entry || entries.size() == most_shards) throw_bad_line(stub, number);
    entries.push_back(*entry);
  }
  if (entries.empty())
    throw Error(ErrorCode::index,
                {fmt::format("シャードが一つも挙げられていません: {}", stub.string()),
                 fmt::format("no shard is listed in {}", stub.string())},
                how_to_write);
  return entries;
}

}  // namespace chiho
