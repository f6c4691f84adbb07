#include "corpus/folder.hpp"

#include <algorithm>
#include <system_error>

#include "corpus/fault.hpp"

namespace chiho {
namespace {

constexpr std::string_view extension = ".toml";

bool is_toml_name(std::string_view name) {
  if (name.size() < extension.size()) return false;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(name.substr(name.size() - extension.size()), extension, {}, lower);
}

}  // namespace

std::string stem_of(std::string_view name) {
  return std::string(is_toml_name(name) ? name.substr(0, name.size() - extension.size()) : name);
}

bool is_ignored(const std::filesystem::path& folder, const std::string& name) {
  if (name.starts_with('.') || name.ends_with('~')) return true;
  std::error_code failure;
  return !is_toml_name(name) && !std::filesystem::is_directory(folder / name, failure);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code failure;
  if (!std::filesystem::is_directory(folder, failure)) return names;
  std::filesystem::directory_iterator entry(folder, failure);
  for (; !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
    names.push_back(entry->path().filename().string());
  }
  if (failure) {
    const std::string name = shown(folder.string(), 1000);
    throw Error(ErrorCode::io, {name + " を読めません", "cannot read " + name},
                {"読み取りの権限を確かめてください", "check that you may read it"});
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace chiho
