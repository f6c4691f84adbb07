// An edition: one issue of a brochure, with the controlled names its records use.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/record.hpp"

namespace chiho {

// 担当課室 or 連絡先. One with a page stands in the directory and is a contact record too.
struct Office {
  std::string id;  // names the contact record: edition/contact/id
  std::string name;
  std::vector<std::string> aliases;
  std::optional<int> page;  // of the directory
  std::string phone;
  std::vector<std::string> extension;
  std::string email;
  std::string url;
  std::string note;  // what the directory says beside the name

  bool operator==(const Office&) const = default;
};

// 主な対象. Asking for a broader audience finds the narrower ones too.
struct Audience {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> broader;

  bool operator==(const Audience&) const = default;
};

// A 「〜したい」 heading, with the heading it stands under.
struct Need {
  std::string name;
  std::vector<std::string> aliases;  // other wordings of the same heading
  std::string group;
  std::vector<int> pages;

  bool operator==(const Need&) const = default;
};

// A scheme of the edition, by what it can be asked for.
struct SchemeName {
  std::string id;    // names its record: edition/scheme/id
  std::string name;  // its title
  std::vector<std::string> aliases;

  bool operator==(const SchemeName&) const = default;
};

struct Edition {
  std::string id;      // 2018-07
  std::string series;  // editions of one series replace each other
  std::string date;    // 2018-07 or 2018-07-15
  std::string title;
  std::string source;
  std::string pdf;     // where its PDF is, if anywhere
  int first_page = 1;  // printed pages
  int last_page = 1;
  std::string contact;  // the office to offer where nothing else helps
  std::vector<Office> offices;
  std::vector<Audience> audiences;
  std::vector<Need> needs;
  std::vector<SchemeName> schemes;  // by id

  bool operator==(const Edition&) const = default;
};

}  // namespace chiho
