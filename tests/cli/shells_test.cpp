// Completion in real shells.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "program.hpp"

namespace chiho::test {
namespace {

bool has_shell(const std::string& path) {
  if (std::filesystem::exists(path)) return true;
  MESSAGE("skipped: there is no " << path);
  return false;
}

std::string in_shell(const std::string& script) {
  const TemporaryFolder folder;
  folder.write("a file.txt", "");
  const Outcome done = run_script("export CHIHO_DB=" + digest_index().string() + "\n" + script, folder.path());
  CAPTURE(done.err);
  CHECK(done.err.empty());
  return done.out;
}

// What bash makes of the words, the last being typed.
std::string bash_offers(const std::string& words) {
  return in_shell("source <(chiho-search completion bash)\nCOMP_WORDS=(chiho-search " + words +
                  ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_chiho_search\nprintf '%s\\n' \"${COMPREPLY[@]}\"");
}

TEST_CASE("bash completes commands, options, their values, and names of the index") {
  CHECK(bash_offers("cont") == "contact\n");
  CHECK(bash_offers("--aud") == "--audience\n");
  CHECK(bash_offers("--audience 中小") == "中小企業\n");
  CHECK(bash_offers("--office = 開発協力総") == "開発協力総括課\n");
  CHECK(bash_offers("--office '!開発協力総'") == "\\!開発協力総括課\n");
  CHECK(bash_offers("--need セミナー") == "セミナー等を開催\\(参加\\)したい\n");  // as it must be typed
  CHECK(bash_offers("--need \\'セミナー") == "セミナー等を開催(参加)したい\n");   // within a quote
  CHECK(bash_offers("--scheme ABE") == "ABEイニシアティブ\n");
  CHECK(bash_offers("--edition ''") == "2018-07\nall\n");
  CHECK(bash_offers("show 2018-07/case/camb") == "2018-07/case/cambodia-water\n");
  CHECK(bash_offers("contact 日露") == "日露経済室\n");
  CHECK(bash_offers("--sort ''") == "relevance\npage\nyear\n");
  CHECK(bash_offers("--batch a") == "a file.txt\n");
  CHECK(bash_offers("--db /nowhere --office ''") == "\n");
}

TEST_CASE("zsh completes the same") {
  if (!has_shell("/usr/bin/zsh")) return;
  const auto offers = [](const std::string& words) {
    return in_shell(
        "chiho-search completion zsh > _c; zsh -f -c '\n"
        "autoload -U compinit; compinit -u -D\nsource ./_c\n"
        "_describe() { print -l -- ${(P)2} }\n_files() { print files }\nwords=(chiho-search " +
        words + ")\nCURRENT=$#words\n_chiho_search'");
  };
  CHECK(offers("--audience 中小") == "中小企業:2件\n");
  CHECK(offers("contact 日露") == "日露経済室\n");
  CHECK(offers("--batch a") == "files\n");
}

TEST_CASE("fish completes the same") {
  if (!has_shell("/usr/bin/fish")) return;
  const auto offers = [](const std::string& typed) {
    return in_shell("fish --no-config -c 'chiho-search completion fish | source; complete -C \"chiho-search " + typed +
                    "\"'");
  };
  CHECK(offers("--audience 中小") == "中小企業\t2件\n");
  CHECK(offers("contact 日露") == "日露経済室\n");
  CHECK(offers("--sort ") == "page\nrelevance\nyear\n");
}

TEST_CASE("another shell is refused") {
  const Outcome refused = run("chiho-search", {"completion", "tcsh"});
  CHECK(refused.exit_code == 2);
  CHECK(refused.err.find("bash、zsh、fish") != std::string::npos);
}

}  // namespace
}  // namespace chiho::test
