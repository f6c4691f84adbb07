#include "corpus/folder.hpp"

#include <algorithm>
#include <system_error>

#include "corpus/fault.hpp"

namespace chiho {

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
