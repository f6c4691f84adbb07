// PDFs for the tests, made by real tools: ReportLab lays them out, qpdf locks them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chiho::import_test {

// The bytes of the PDF that lay_out.py makes of a description.
std::string laid_out(std::string_view description);

// `pdf` after `qpdf ARGUMENTS in.pdf out.pdf`.
std::string through_qpdf(std::string_view pdf, const std::string& arguments);

// A brochure's text as a description: a page begins at each of the given lines, with its printed number, 0 for none.
// Rows with tabs are laid out as tables, 連絡先 and 主な対象 with their values in one line as two columns side by side,
// a directory as two columns.
std::string as_brochure(std::string_view text, const std::map<int, int>& page_at_line);

}  // namespace chiho::import_test
