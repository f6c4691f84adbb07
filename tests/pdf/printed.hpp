// PDFs for the tests, made by real tools: Chromium prints them, qpdf locks, turns and labels them.
#pragma once

#include <string>
#include <string_view>

namespace chiho::import_test {

// There is no Chromium, and the tests that need it are to be skipped: print.sh.
bool without_browser();

// The bytes of the PDF that Chromium prints of layouts/NAME.html. CTest has it printed before the tests begin.
std::string printed(std::string_view name);

// The same of HTML that the test wrote; layouts/style.css is its style.
std::string printed_html(std::string_view html);

// `pdf` after `qpdf ARGUMENTS in.pdf out.pdf`.
std::string through_qpdf(std::string_view pdf, const std::string& arguments);

// `pdf` with page labels: "0 << /S /r >> 2 << /S /D >>" are i, ii, 1, 2 …
std::string with_page_labels(std::string_view pdf, std::string_view labels);

}  // namespace chiho::import_test
