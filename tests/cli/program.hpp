// Runs the real programs and keeps what they print.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace chiho::test {

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

using Environment = std::map<std::string, std::string>;

// `program` is chiho-search or chiho-index. The environment is empty but for PATH, HOME (a folder that is not there)
// and what is given.
Outcome run(const std::string& program, const std::vector<std::string>& arguments, const Environment& environment = {});

// A fresh folder, removed with its contents at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Writes a file below it and returns where it is.
  std::filesystem::path write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

// The index of corpus/2018-07, built once for all tests by the real chiho-index.
const std::filesystem::path& digest_index();

// The folder named by CHIHO_TEST_DATA (the brochure's real text, the retrieval set). Empty where the variable is not
// set: the test then says that it is skipped.
std::filesystem::path test_data();

}  // namespace chiho::test
