// Runs the real programs and keeps what they print.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "temporary_folder.hpp"

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

// A bash script, in `folder`; chiho-search and chiho-index are on its PATH.
Outcome run_script(const std::string& script, const std::filesystem::path& folder);

std::string contents_of(const std::filesystem::path& file);

// The commands of a page of documentation: what stands between ```sh and ```.
std::string commands_of(const std::filesystem::path& page);

// Changes a file: the first `before` in it, which must be there, becomes `after`.
void replace_in(const std::filesystem::path& file, const std::string& before, const std::string& after);

// A copy of corpus/2018-07 in `folder`, as it might be a year later: id and date 2019-07, a new phone of
// 開発協力総括課, 人事課 called 人事企画課, a scheme renamed (小中高生 to 児童生徒), one gone, one new, and the
// Cambodia case a page further.
std::filesystem::path next_edition(const TemporaryFolder& folder);

// The index of corpus/2018-07, built once for all tests by the real chiho-index.
const std::filesystem::path& digest_index();

// The folder named by CHIHO_TEST_DATA (the brochure's real text, the retrieval set). Empty where the variable is not
// set: the test then says that it is skipped.
std::filesystem::path test_data();

}  // namespace chiho::test
