// A PDF file as text: its pages, their numbers, and their lines in reading order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

struct PdfPage {
  int number = 0;              // in the file, from 1
  std::optional<int> printed;  // on the page, else its page label if that is a number
  std::string text;            // UTF-8, lines ending in '\n', blank lines between blocks; empty where it has no text
};

// True for what begins like a PDF.
bool is_pdf(std::string_view bytes);

// `name`, unless it is empty, stands in messages. Throws Error corpus for a file that is encrypted, damaged, without
// pages, or of images alone; the hint says what to do.
std::vector<PdfPage> read_pdf(std::string_view bytes, const std::string& name);

}  // namespace chiho
