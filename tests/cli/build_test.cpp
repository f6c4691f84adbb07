// The life of an index: built, rebuilt, interrupted, copied, damaged.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>
#include <utility>

#include "program.hpp"

namespace chiho::test {
namespace {

namespace fs = std::filesystem;

const std::string corpus = CHIHO_SOURCE_DIR "/corpus/2018-07";

Outcome build(const fs::path& db, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments{"build", corpus, "--db", db.string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run("chiho-index", arguments);
}

Outcome ask(const fs::path& db, const std::string& query) {
  return run("chiho-search", {query, "--format", "trec", "--db", db.string()});
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string many_records(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"カンボジアの上水道と無償資金協力の案件" +
             std::to_string(i) + "\"}\n";
  return lines;
}

TEST_CASE("an index says of itself what it holds") {
  const Outcome info = run("chiho-index", {"info", digest_index().string(), "--lang", "en"});
  CHECK(info.exit_code == 0);
  for (const char* said :
       {"records: 83", "scheme: 30", "case: 22", "contact: 31", "2018-07", "chiho-analyzer", corpus.c_str()}) {
    CAPTURE(said);
    CHECK(info.out.find(said) != std::string::npos);
  }
}

TEST_CASE("a build of what has not changed does nothing, unless forced") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  CHECK(build(db).exit_code == 0);
  const std::string before = bytes_of(db / "current");
  const Outcome again = build(db);
  CHECK(again.exit_code == 0);
  CHECK(again.out.find("変わりはありません") != std::string::npos);
  CHECK(bytes_of(db / "current") == before);
  CHECK(build(db, {"--force"}).exit_code == 0);
  CHECK(bytes_of(db / "current") != before);
}

TEST_CASE("a faulty source leaves the index in service as it was") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  REQUIRE(build(db).exit_code == 0);
  const std::string before = bytes_of(db / "current");
  const auto bad = folder.write("bad.jsonl", "{\"id\":\"a\"}\n");
  CHECK(run("chiho-index", {"build", bad.string(), "--db", db.string()}).exit_code == 4);
  CHECK(bytes_of(db / "current") == before);
  CHECK(ask(db, "泡盛").exit_code == 0);
}

TEST_CASE("sources without a record leave the index in service as it was; one beside others is no matter") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  REQUIRE(build(db).exit_code == 0);
  const std::string before = bytes_of(db / "current");
  const auto empty = folder.write("empty.jsonl", "\n").string();
  CHECK(run("chiho-index", {"build", empty, "--db", db.string()}).exit_code == 4);
  CHECK(bytes_of(db / "current") == before);
  CHECK(build(db, {empty}).exit_code == 0);
}

TEST_CASE("a build that is killed leaves the old index in service, and the next one just works") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  REQUIRE(build(db).exit_code == 0);
  const auto large = folder.write("large.jsonl", many_records(20000)).string();
  for (const int signal : {SIGKILL, SIGINT}) {
    const std::string program = std::string(CHIHO_BIN_DIR) + "/chiho-index";
    std::vector<std::string> words{program, "build", large, "--db", db.string()};
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t child = 0;
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
    REQUIRE(posix_spawn(&child, program.c_str(), &quiet, nullptr, pointers.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&quiet);
    bool writing = false;
    for (int tries = 0; tries < 500 && !writing; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      for (const auto& entry : fs::directory_iterator(db))
        writing |= entry.path().filename() == ".building-" + std::to_string(child);
    }
    REQUIRE(writing);
    ::kill(child, signal);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (signal == SIGINT) {
      CHECK(WIFEXITED(status));
      CHECK(WEXITSTATUS(status) == 130);
      for (const auto& entry : fs::directory_iterator(db))
        CHECK_FALSE(entry.path().filename().string().starts_with(".building"));
    }
    CHECK(ask(db, "泡盛").exit_code == 0);
    CHECK(run("chiho-index", {"verify", db.string()}).exit_code == 0);
  }
  CHECK(build(db, {"--force"}).exit_code == 0);
  CHECK(ask(db, "泡盛").exit_code == 0);
  for (const auto& entry : fs::directory_iterator(db))
    CHECK_FALSE(entry.path().filename().string().starts_with(".building"));
}

TEST_CASE("any number of threads makes an index that answers the same") {
  const TemporaryFolder folder;
  const auto large = folder.write("large.jsonl", many_records(8000)).string();
  std::vector<std::string> answers;
  for (const std::string jobs : {"1", "3"}) {
    const std::string db = (folder.path() / jobs).string();
    REQUIRE(run("chiho-index", {"build", large, "--db", db, "--jobs", jobs}).exit_code == 0);
    answers.push_back(run("chiho-search", {"水道 資金協力", "案件4711", "--json", "--db", db}).out);
    answers.push_back(run("chiho-index", {"export", db}).out);
  }
  CHECK(answers[0].find("\"id\":\"4711\"") != std::string::npos);
  CHECK(answers[0] == answers[2]);
  CHECK(answers[1] == answers[3]);
  CHECK(build(folder.path() / "none", {"--jobs", "0"}).exit_code == 2);
  CHECK_FALSE(fs::exists(folder.path() / "none"));
}

TEST_CASE("two builds at once: the second gives up with a message") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  REQUIRE(build(db).exit_code == 0);
  const int lock = ::open((db / "lock").c_str(), O_RDWR);
  REQUIRE(lock >= 0);
  REQUIRE(::flock(lock, LOCK_EX) == 0);
  const Outcome second = build(db, {"--force"});
  CHECK(second.exit_code == 5);
  CHECK(second.err.find("--wait") != std::string::npos);
  ::close(lock);
  CHECK(build(db, {"--force"}).exit_code == 0);
}

TEST_CASE("only the generation before is kept") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  for (int round = 0; round < 4; ++round) REQUIRE(build(db, {"--force"}).exit_code == 0);
  int generations = 0;
  for (const auto& entry : fs::directory_iterator(db)) generations += entry.path().extension() == ".glass" ? 1 : 0;
  CHECK(generations == 2);
}

TEST_CASE("an index can be moved and copied") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  REQUIRE(build(db).exit_code == 0);
  const std::string before = ask(db, "泡盛").out;
  fs::copy(db, folder.path() / "copy", fs::copy_options::recursive);
  fs::rename(db, folder.path() / "moved");
  CHECK(ask(folder.path() / "copy", "泡盛").out == before);
  CHECK(ask(folder.path() / "moved", "泡盛").out == before);
}

TEST_CASE("verify finds any changed byte, and a search of a small index does too") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  REQUIRE(build(db).exit_code == 0);
  REQUIRE(build(db, {"--force"}).exit_code == 0);
  CHECK(run("chiho-index", {"verify", db.string()}).exit_code == 0);
  for (const auto& entry : fs::directory_iterator(db)) {
    if (entry.path().filename() == "lock") continue;
    const std::string sound = bytes_of(entry.path());
    for (const std::size_t at : {std::size_t{0}, sound.size() / 3, sound.size() / 2, sound.size() - 1}) {
      std::string damaged = sound;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
      folder.write("db/" + entry.path().filename().string(), damaged);
      CAPTURE(entry.path().filename().string());
      CAPTURE(at);
      CHECK(run("chiho-index", {"verify", db.string()}).exit_code == 3);
      const bool live = entry.path().filename() != "000001.glass";
      CHECK(ask(db, "泡盛").exit_code == (live ? 3 : 0));
    }
    folder.write("db/" + entry.path().filename().string(), sound);
  }
  CHECK(run("chiho-index", {"verify", db.string()}).exit_code == 0);
}

TEST_CASE("what is exported builds an index that answers the same") {
  const TemporaryFolder folder;
  const Outcome exported = run("chiho-index", {"export", digest_index().string()});
  REQUIRE(exported.exit_code == 0);
  CHECK(run("chiho-index", {"export", corpus}).out == exported.out);
  const auto lines = folder.write("records.jsonl", exported.out);
  const fs::path db = folder.path() / "db";
  REQUIRE(run("chiho-index", {"build", lines.string(), "--db", db.string()}).exit_code == 0);
  for (const char* query :
       {"無償資金協力 水道", "泡盛", "awamori", "外国の都市と交流したい", "開発協力総括課", "03-5501-8373"}) {
    CAPTURE(query);
    CHECK(ask(db, query).out == ask(digest_index(), query).out);
  }
  const auto by_audience = [](const fs::path& index) {
    return run("chiho-search", {"--audience", "企業", "--format", "trec", "-n", "100", "--db", index.string()}).out;
  };
  CHECK(by_audience(db) == by_audience(digest_index()));
  const auto answer = [](const fs::path& index, std::vector<std::string> question) {
    question.insert(question.end(), {"--db", index.string()});
    return run("chiho-search", question);
  };
  const Outcome nothing = answer(db, {"補助金"});
  CHECK(nothing.exit_code == 1);
  CHECK(nothing.out.find("03-5501-8491") != std::string::npos);  // the general contact
  CHECK(nothing.out == answer(digest_index(), {"補助金"}).out);
  const std::vector<std::pair<std::string, std::string>> filters{
      {"-o", "開発協力総括課"},                    // a name
      {"-o", "大学連携課"},                        // an alias
      {"-o", "personnel"},                         // an id
      {"-o", "2018-07/contact/personnel"},         // a whole one
      {"-s", "語学指導等を行う外国青年招致事業"},  // an alias
      {"-s", "jet-programme"},                     // a file
      {"-s", "2018-07/scheme/jet-programme"},      // a whole id
      {"-a", "都道府県"},                          // an alias that no record has
      {"-a", "会社"}};
  for (const auto& example : filters) {
    const auto& option = std::get<0>(example);
    const auto& value = std::get<1>(example);
    CAPTURE(value);
    const Outcome found = answer(db, {option, value, "--format", "trec", "-n", "100"});
    CHECK(found.exit_code == 0);
    CHECK(found.out == answer(digest_index(), {option, value, "--format", "trec", "-n", "100"}).out);
  }
  CHECK(run("chiho-index", {"export", db.string()}).out == exported.out);
  // The groups of the needs with their pages, and an office that the directory does not list.
  for (const std::vector<std::string>& question :
       {std::vector<std::string>{"needs"}, {"contact", "日露経済室"}, {"facets", "audience"}, {"facets", "need"}}) {
    CAPTURE(question.front());
    CHECK(answer(db, question).out == answer(digest_index(), question).out);
  }
}

TEST_CASE("exported records may be edited: what they say is believed") {
  const TemporaryFolder folder;
  std::string exported = run("chiho-index", {"export", digest_index().string()}).out;
  const std::string old = "\"phone\":\"03-5501-8373\"";
  REQUIRE(exported.find(old) != std::string::npos);
  exported.replace(exported.find(old), old.size(), "\"phone\":\"03-0000-0000\"");
  const auto lines = folder.write("records.jsonl", exported);
  const fs::path db = folder.path() / "db";
  REQUIRE(run("chiho-index", {"build", lines.string(), "--db", db.string()}).exit_code == 0);
  const Outcome contact = run("chiho-search", {"contact", "開発協力総括課", "--db", db.string()});
  CHECK(contact.out.find("03-0000-0000") != std::string::npos);
  CHECK(contact.out.find("03-5501-8373") == std::string::npos);
}

TEST_CASE("records of one's own come back as they were written") {
  const TemporaryFolder folder;
  const std::string written =
      R"({"id":"a","text":"水道","type":"scheme","title":"甲","edition":"2020-01","scheme":["甲"]})"
      "\n";
  const auto lines = folder.write("records.jsonl", written);
  const fs::path db = folder.path() / "db";
  REQUIRE(run("chiho-index", {"build", lines.string(), "--db", db.string()}).exit_code == 0);
  const std::string text = run("chiho-index", {"export", db.string()}).out;
  CHECK(text.find("\"text\":\"水道\"") != std::string::npos);
}

TEST_CASE("two folders of one edition are one fault") {
  const TemporaryFolder folder;
  fs::copy(corpus, folder.path() / "again", fs::copy_options::recursive);
  const Outcome built = run("chiho-index", {"build", corpus, (folder.path() / "again").string(), "--db",
                                            (folder.path() / "db").string(), "--lang", "en"});
  CHECK(built.exit_code == 4);
  CHECK(built.err.find("again/edition.toml") != std::string::npos);
  CHECK(built.err.find("the edition has the id of " + std::string(corpus) + ": 2018-07") != std::string::npos);
  CHECK(built.err.find("the id stands in") == std::string::npos);
}

}  // namespace
}  // namespace chiho::test
