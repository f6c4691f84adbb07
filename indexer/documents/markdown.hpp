// Markdown as plain text.
#pragma once

#include <string>
#include <string_view>

namespace chiho {

struct MarkdownText {
  std::string title;  // of its front matter, else its first heading; empty where it has neither
  std::string text;   // what a reader sees, a line a paragraph, with the addresses of links
};

MarkdownText read_markdown(std::string_view source);

}  // namespace chiho
