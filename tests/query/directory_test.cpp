#include "query/search/directory.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "small_index.hpp"

namespace chiho::test {
namespace {

Office office(const std::string& id, const std::string& name, const std::string& phone,
              const std::vector<std::string>& extension = {}) {
  Office made;
  made.id = id;
  made.name = name;
  made.phone = phone;
  made.extension = extension;
  if (!phone.empty()) made.page = 9;
  return made;
}

Edition edition() {
  Edition made;
  made.id = "e";
  made.title = "冊子";
  made.date = "2018-07";
  made.contact = "総合案内室";
  made.offices = {office("general", "総合案内室", "03-5501-8491"), office("personnel", "人事課", "03-5501-8087"),
                  office("hub", "発信拠点室", "03-5501-8000", {"5029"}),
                  office("press", "広報課", "03-5501-8000", {"2696", "2692"}), office("russia", "日露経済室", "")};
  made.offices[1].aliases = {"外務省人事課"};
  made.offices[2].email = "hub@example.jp";
  return made;
}

using Names = std::vector<std::string>;

Names found(const std::string& typed) {
  const Edition one = edition();
  Names names;
  for (const auto& entry : find_offices({&one}, typed, analyzer())) names.push_back(entry.contact.office);
  return names;
}

TEST_CASE("an office is found by name, alias, id, part, reading, and backwards from its number") {
  struct Example {
    std::string typed;
    Names offices;
  };
  const std::vector<Example> examples{
      {"人事課", {"人事課"}},
      {"外務省 人事課", {"人事課"}},
      {"personnel", {"人事課"}},
      {"e/contact/personnel", {"人事課"}},
      {"人事", {"人事課"}},
      {"室", {"総合案内室", "発信拠点室", "日露経済室"}},
      {"じんじか", {"人事課"}},
      {"jinjika", {"人事課"}},
      {"コウホウ", {"広報課"}},
      {"日露経済室", {"日露経済室"}},  // of which no directory has a number
      {"03-5501-8087", {"人事課"}},
      {"0355018087", {"人事課"}},
      {"０３（５５０１）８０８７", {"人事課"}},
      {"+81-3-5501-8087", {"人事課"}},
      {"8087", {"人事課"}},
      {"03-5501-8000", {"発信拠点室", "広報課"}},  // two behind one number
      {"内線2692", {"広報課"}},
      {"HUB@example.jp", {"発信拠点室"}},
      {"80", {}},  // two digits are no number
      {"ほげ", {}},
      {"", {}},
      {"第8087課", {}},
  };
  for (const auto& example : examples) {
    CAPTURE(example.typed);
    CHECK(found(example.typed) == example.offices);
  }
}

TEST_CASE("an entry says what the directory has, and of which date") {
  const Edition one = edition();
  const auto hub = find_offices({&one}, "発信拠点室", analyzer()).front();
  CHECK(hub.contact.extension == Names{"5029"});
  CHECK(hub.record == "e/contact/hub");
  CHECK(hub.edition.date == "2018-07");
  CHECK(hub.edition.contact.phone == "03-5501-8491");
  const auto russia = find_offices({&one}, "日露", analyzer()).front();
  CHECK_FALSE(russia.contact.reachable());
  CHECK(russia.record.empty());
}

TEST_CASE("whatever is typed, nothing breaks") {
  for (const std::string& typed :
       {std::string(100000, '0'), std::string(100000, 'x'), std::string("\xFF\x00", 2), std::string("+81")})
    CHECK(found(typed).empty());
}

}  // namespace
}  // namespace chiho::test
