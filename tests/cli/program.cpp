#include "program.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace chiho::test {

namespace fs = std::filesystem;

namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

Outcome spawn(std::vector<std::string> words, const Environment& environment, const fs::path& in) {
  const TemporaryFolder folder;
  const fs::path out = folder.path() / "out";
  const fs::path err = folder.path() / "err";
  std::vector<std::string> settings{"HOME=" + (folder.path() / "home").string()};
  for (const auto& [name, value] : environment) settings.push_back(name + "=" + value);

  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&files, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
  if (!in.empty()) posix_spawn_file_actions_addchdir_np(&files, in.c_str());
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, words[0].c_str(), &files, nullptr, pointers(words).data(), pointers(settings).data());
  posix_spawn_file_actions_destroy(&files);
  REQUIRE(failed == 0);
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), contents_of(out), contents_of(err)};
}

}  // namespace

Outcome run(const std::string& program, const std::vector<std::string>& arguments, const Environment& environment) {
  std::vector<std::string> words{std::string(CHIHO_BIN_DIR) + "/" + program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  Environment all = environment;
  all.emplace("PATH", "/usr/bin:/bin");
  return spawn(std::move(words), all, {});
}

Outcome run_script(const std::string& script, const fs::path& folder) {
  return spawn({"/bin/bash", "-c", script}, {{"PATH", std::string(CHIHO_BIN_DIR) + ":/usr/bin:/bin"}}, folder);
}

std::string contents_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string commands_of(const fs::path& page) {
  std::istringstream lines(contents_of(page));
  std::string commands;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```"))
      inside = line == "```sh";
    else if (inside)
      commands += line + "\n";
  }
  return commands;
}

void replace_in(const fs::path& file, const std::string& before, const std::string& after) {
  std::string text = contents_of(file);
  const auto at = text.find(before);
  INFO(file.string());
  REQUIRE(at != std::string::npos);
  text.replace(at, before.size(), after);
  std::ofstream(file, std::ios::binary) << text;
}

fs::path next_edition(const TemporaryFolder& folder) {
  const fs::path dir = folder.path() / "2019-07";
  fs::copy(CHIHO_SOURCE_DIR "/corpus/2018-07", dir, fs::copy_options::recursive);
  replace_in(dir / "edition.toml", "id = \"2018-07\"", "id = \"2019-07\"");
  replace_in(dir / "edition.toml", "date = \"2018-07\"", "date = \"2019-07\"");
  replace_in(dir / "offices.toml", "03-5501-8373", "03-5501-9999");
  replace_in(dir / "offices.toml", "name = \"人事課\"", "name = \"人事企画課\"\naliases = [\"人事課\"]");
  replace_in(dir / "schemes/student-visits.toml", "小中高生", "児童生徒");
  replace_in(dir / "cases/cambodia-water.toml", "page = 17", "page = 18");
  fs::remove(dir / "schemes/mofa-sns.toml");
  folder.write("2019-07/schemes/town-twinning.toml",
               "title = \"姉妹港の紹介\"\npage = 2\noffice = [\"地方連携推進室\"]\naudience = [\"自治体\"]\n"
               "text = \"港どうしの縁組を仲立ちします。\"\n");
  return dir;
}

const fs::path& digest_index() {
  static const TemporaryFolder folder;
  static const fs::path db = [] {
    const fs::path made = folder.path() / "index";
    const Outcome built = run("chiho-index", {"build", CHIHO_SOURCE_DIR "/corpus/2018-07", "--db", made.string()});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    return made;
  }();
  return db;
}

fs::path test_data() {
  const char* data = std::getenv("CHIHO_TEST_DATA");
  return data == nullptr ? fs::path() : fs::path(data);
}

}  // namespace chiho::test
