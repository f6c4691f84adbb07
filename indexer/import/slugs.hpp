// Ids from names: the romaji of their readings. 開発協力総括課 -> kaihatsu-kyoryoku-sokatsu-ka
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "dict/analyzer.hpp"

namespace chiho::brochure {

// Hepburn, long vowels not marked; what is no kana is left out.
std::string romaji_of(std::string_view reading);

// [a-z0-9-], at most some 40 letters, no two alike. The same names in the same order make the same ids.
class Slugs {
 public:
  Slugs(const Analyzer& analyzer, std::string fallback) : analyzer_(analyzer), fallback_(std::move(fallback)) {}
  std::string of(std::string_view name);

 private:
  const Analyzer& analyzer_;
  std::string fallback_;  // of a name that has no reading: scheme, scheme-2 …
  std::set<std::string> used_;
  std::map<std::string, int> times_;
};

}  // namespace chiho::brochure
