// Which scheme a case is an example of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "import/cases.hpp"

namespace chiho::brochure {

struct SchemeNames {
  std::string title;
  std::vector<std::string> aliases;
  std::vector<int> examples;  // 事業例 p.N
  std::string url;
};

// No scheme's name ends in a sentence: where a known one begins what stands in スキーム, the rest is text of the case.
void part_from_sentences(std::vector<CaseStudy>& cases, const std::vector<SchemeNames>& schemes);

// By スキーム and heading, exactly or by likeness; else the one scheme that points to the case's page and has no case
// there. What the case calls the scheme becomes an alias of it. None where nothing tells: a review note is left.
std::vector<std::optional<std::size_t>> link_schemes(std::vector<SchemeNames>& schemes, std::vector<CaseStudy>& cases);

// The page of a case: that of its heading; lacking it, one that its scheme points to.
std::optional<int> page_of(const CaseStudy& study, const SchemeNames* scheme);

}  // namespace chiho::brochure
