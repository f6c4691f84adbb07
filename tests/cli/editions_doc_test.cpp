// The commands of docs/EDITIONS.md, run as they stand there.
#include <doctest/doctest.h>

#include <sstream>

#include "program.hpp"

namespace chiho::test {
namespace {

namespace fs = std::filesystem;

const fs::path docs = CHIHO_SOURCE_DIR "/docs";

// An invented brochure, of the same series as the edition in service.
constexpr const char* invented = R"(外務省の地方連携事業
2019年7月

港町の支援

港を知りたい	1
船を直したい	2

港町の支援 事業例

船の修理貸付	3

問い合わせたい

連絡先一覧	4

港町の支援

港を知りたい

港の見学会

港を歩き、働く人の話を聞く会を開きます。

手続き：希望日の一か月前までに申し込んでください。

連絡先：港湾課
主な対象：小学生

船を直したい

船の修理貸付

船を直す費用を貸します。

手続き

窓口で申し込みます。

連絡先

水産金融室

主な対象

漁業者

事業例 p.3

港町の支援 事業例

スキーム：船の修理貸付

漁船の修理

実施年度：平成30年度
漁船を二隻直しました。
担当課室：水産金融室

連絡先一覧

港湾課 03-1234-5678
水産金融室 045-123-4567
)";

TEST_CASE("the page says the same in both languages") {
  CHECK(commands_of(docs / "EDITIONS.md") == commands_of(docs / "ja" / "EDITIONS.md"));
}

TEST_CASE("a new edition: imported, checked, compared, built, searched and taken back, as the page says") {
  const TemporaryFolder folder;
  fs::copy(CHIHO_SOURCE_DIR "/corpus", folder.path() / "corpus", fs::copy_options::recursive);
  if (test_data().empty()) {
    MESSAGE("CHIHO_TEST_DATA is not set: an invented brochure is imported");
    folder.write("brochure.txt", invented);
  } else {
    fs::copy(test_data() / "brochure/2018-07.txt", folder.path() / "brochure.txt");
  }
  const std::string commands = commands_of(docs / "EDITIONS.md");
  for (const char* command : {"import", "check", "diff", "build", "chiho-search", "rollback"}) {
    CAPTURE(command);
    CHECK(commands.find(command) != std::string::npos);
  }
  // A difference is exit 1; whatever is more is a failure. Each command is shown before its output.
  const Outcome done = run_script("trap '(($? == 1)) || exit 99' ERR\nset -v\n" + commands, folder.path());
  INFO(done.err);
  INFO(done.out);
  CHECK(done.exit_code == 0);
  CHECK(contents_of(folder.path() / "changes.md").starts_with("# 外務省の地方連携事業の変更点 2018-07 → 2019-07\n"));
  for (const char* said : {"2018年7月版", "2019年7月版", "異常ありません", "に戻しました"}) {
    CAPTURE(said);
    CHECK(done.out.find(said) != std::string::npos);
  }
  const std::string info = run_script("chiho-index info index", folder.path()).out;
  CHECK(info.find("版: 2018-07") != std::string::npos);
  CHECK(info.find("版: 2019-07") != std::string::npos);
}

}  // namespace
}  // namespace chiho::test
