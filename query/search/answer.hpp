// An answer: everything that any face of the program shows. Plain data, no Xapian in it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/edition.hpp"
#include "corpus/schema.hpp"
#include "query/search/explanation.hpp"

namespace chiho {

// [begin, end) in code points of a snippet's text.
struct Highlight {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Highlight&) const = default;
};

struct Snippet {
  std::string text;
  std::vector<Highlight> highlights;  // ascending, apart from each other
};

// How to reach an office. Without phone, e-mail and URL: the edition gives none.
struct ContactDetails {
  std::string office;
  std::string phone;
  std::vector<std::string> extension;
  std::string email;
  std::string url;
  std::optional<int> page;  // of the directory

  [[nodiscard]] bool reachable() const { return !phone.empty() || !email.empty() || !url.empty(); }
};

struct Related {
  std::string id;
  RecordType type = RecordType::scheme;
  std::string title;
  std::optional<int> page;
};

struct Hit {
  std::uint64_t rank = 0;  // from 1
  double score = 0;
  bool matched_all = true;
  Record record;
  Snippet snippet;
  std::vector<ContactDetails> contacts;
  std::vector<Related> related;  // the schemes of a case, the cases of a scheme
  std::optional<HitExplanation> explained;
};

struct FacetCount {
  std::string value;
  std::uint64_t count = 0;
  bool selected = false;
};

// A word and what else it was found as: 水道 -> 上水道.
struct Expansion {
  std::string word;
  std::vector<std::string> as;
};

enum class MatchMode : std::uint8_t { automatic, all, any };

struct EditionNote {
  std::string id;
  std::string title;
  std::string date;
  ContactDetails contact;  // the general one; its office is empty if there is none
};

struct Answer {
  std::string query;
  std::vector<std::string> words;
  std::vector<Expansion> expanded;
  std::optional<std::string> corrected;
  MatchMode match = MatchMode::all;  // all or any
  std::uint64_t total = 0;
  std::uint64_t offset = 0;
  std::vector<Hit> hits;
  std::array<std::vector<FacetCount>, facet_fields.size()> facets;  // in the order of facet_fields
  std::array<bool, facet_fields.size()> filtered{};                 // the facets that filters name
  std::vector<std::string> suggestions;
  std::vector<EditionNote> editions;        // those that answered
  std::vector<std::string> missing_shards;  // HOST:PORT of those that did not answer, and were done without
  std::optional<std::vector<ExplainedUnit>> explained;
};

}  // namespace chiho
