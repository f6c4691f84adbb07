// Case studies: heading, スキーム, prose, 連携例 and its details, 概要と成果, captions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "import/contents.hpp"
#include "import/labels.hpp"
#include "import/reviews.hpp"

namespace chiho::brochure {

struct CaseStudy {
  std::string heading;
  std::vector<int> pages;   // of the heading, by the contents list
  std::size_t ordinal = 0;  // among the cases under the heading
  std::size_t line = 0;
  Lines scheme_lines;   // what stands in スキーム
  std::string scheme;   // スキーム
  std::string example;  // 連携例
  std::vector<std::string> text;
  Lines office;
  std::vector<std::string> dates;    // 開催日 平成30年2月19日
  std::vector<std::string> details;  // the dates among them
  std::vector<std::string> results;
  std::vector<std::string> captions;
  std::string url;
  Reviews reviews;
  std::size_t listed = 0;  // the line of its heading in the contents list; 0 where it is not there
  LineNumbers lines;       // all that went into it

  [[nodiscard]] const std::string& title() const;
};

std::vector<CaseStudy> read_cases(const Items& items, const Contents& contents);

}  // namespace chiho::brochure
