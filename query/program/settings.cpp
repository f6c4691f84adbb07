#include "query/program/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "corpus/nearest.hpp"
#include "corpus/toml_file.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 4> keys{"db", "lang", "color", "limit"};

std::string text_of(const TomlValue& value) {
  return value.kind == TomlValue::Kind::integer ? std::to_string(value.integer) : value.string;
}

std::string with_home(const std::string& path) {
  const char* home = std::getenv("HOME");
  return path.starts_with("~/") && home != nullptr ? home + path.substr(1) : path;
}

class Reader {
 public:
  Reader(const Program& program, FileFaults& faults) : program_(program), faults_(faults) {}

  Settings read(const TomlValue& root) {
    for (const TomlEntry& entry : root.table) read(entry);
    return std::move(settings_);
  }

 private:
  void read(const TomlEntry& entry) {
    if (std::ranges::find(keys, std::string_view(entry.key)) == keys.end()) return refuse_key(entry);
    if (entry.value.kind != TomlValue::Kind::string && entry.value.kind != TomlValue::Kind::integer)
      return faults_.add(entry.at, {fmt::format("{}: 文字列か数で書いてください。", entry.key),
                                    entry.key + ": not a string or number"});
    const std::string value = text_of(entry.value);
    const auto option = std::ranges::find(program_.options, std::string_view(entry.key), &OptionInfo::name);
    if (option == program_.options.end()) return;
    if (const auto wrong = fault_of_value(*option, value)) return faults_.add(entry.at, in_one(*wrong));
    settings_.emplace(entry.key, entry.key == "db" ? with_home(value) : value);
  }

  void refuse_key(const TomlEntry& entry) {
    const std::string key = shown(entry.key);
    const auto near = nearest(entry.key, {keys.begin(), keys.end()}, 1);
    const std::string known = fmt::format("{}", fmt::join(keys, ", "));
    faults_.add(entry.at,
                {fmt::format("「{}」という設定はありません（あるもの: {}）", key, known),
                 fmt::format("no setting \"{}\" (there are: {})", key, known)},
                did_you_mean(near));
  }

  static Text in_one(const Error& error) {
    return {error.message().ja + error.hint().ja, error.message().en + ". " + error.hint().en};
  }

  const Program& program_;
  FileFaults& faults_;
  Settings settings_;
};

Text lines_of(const Faults& faults) {
  Text lines;
  for (const Fault& fault : faults) {
    lines.ja += (lines.ja.empty() ? "" : "\n") + fault.str(Lang::ja);
    lines.en += (lines.en.empty() ? "" : "\n") + fault.str(Lang::en);
  }
  return lines;
}

}  // namespace

fs::path settings_file() {
  const auto below = [](const char* name) -> fs::path {
    const char* value = std::getenv(name);
    return value == nullptr || *value == '\0' ? fs::path() : fs::path(value);
  };
  fs::path folder = below("XDG_CONFIG_HOME");
  if (folder.empty() && !below("HOME").empty()) folder = below("HOME") / ".config";
  return folder.empty() ? fs::path() : folder / "chiho-search" / "config.toml";
}

Settings read_settings(const fs::path& file, const Program& program) {
  std::error_code error;
  if (file.empty() || !fs::exists(file, error)) return {};
  Faults faults;
  FileFaults of_file(faults, file.string());
  const auto root = read_toml(file, of_file);
  Settings settings = root ? Reader(program, of_file).read(*root) : Settings();
  if (faults.empty()) return settings;
  throw Error(
      ErrorCode::usage, lines_of(faults),
      {"設定ファイルの書き方は chiho-search --help にあります。", "chiho-search --help tells what the file may say."});
}

}  // namespace chiho
