#include "indexer/documents/markdown.hpp"

#include <md4c.h>

#include <algorithm>

#include "bytes/utf8.hpp"
#include "error/error.hpp"

namespace chiho {
namespace {

using std::string_view;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// &amp; and the like, by name or number; others stay as they are.
std::string entity(string_view name) {
  const string_view inner = name.substr(1, name.size() - 2);
  if (inner == "amp") return "&";
  if (inner == "lt") return "<";
  if (inner == "gt") return ">";
  if (inner == "quot") return "\"";
  if (inner == "nbsp") return " ";
  if (!inner.starts_with('#')) return std::string(name);
  const bool hexadecimal = inner.size() > 1 && (inner[1] == 'x' || inner[1] == 'X');
  const std::string digits(inner.substr(hexadecimal ? 2 : 1));
  const auto code = std::strtoul(digits.c_str(), nullptr, hexadecimal ? 16 : 10);
  const bool is_letter = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  std::string text;
  append_letter(text, is_letter ? static_cast<char32_t>(code) : U'\uFFFD');
  return text;
}

class Reader {
 public:
  MarkdownText read(string_view source) {
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<Reader*>(self)->enter(type); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<Reader*>(self)->leave(type); };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return type == MD_SPAN_A ? static_cast<Reader*>(self)->leave_link(*static_cast<MD_SPAN_A_DETAIL*>(detail)) : 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<Reader*>(self)->text(type, {text, size});
    };
    if (md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, this) != 0)
      throw Error(ErrorCode::io, {"Markdown を読む用意ができません", "Markdown cannot be read"});
    return std::move(out_);
  }

 private:
  int enter(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_H) heading_ = out_.text.size();
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    std::string& all = out_.text;
    if (type == MD_BLOCK_H && out_.title.empty()) out_.title = all.substr(heading_);
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      all += '\t';
      return 0;
    }
    while (!all.empty() && (all.back() == '\t' || all.back() == ' ')) all.pop_back();
    if (!all.empty() && all.back() != '\n') all += '\n';
    wrapped_ = false;
    return 0;
  }

  int leave_link(const MD_SPAN_A_DETAIL& link) {
    const string_view address(link.href.text, link.href.size);
    const bool outside = address.find("://") != string_view::npos || address.starts_with("mailto:");
    if (outside && !out_.text.ends_with(address)) out_.text += " <" + std::string(address) + ">";
    return 0;
  }

  int text(MD_TEXTTYPE type, string_view text) {
    std::string& all = out_.text;
    if (type == MD_TEXT_HTML) return 0;
    if (type == MD_TEXT_BR) all += '\n';
    if (type == MD_TEXT_SOFTBR) wrapped_ = true;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) return 0;
    // Lines are wrapped anywhere between Japanese letters, between Latin words at a space.
    if (wrapped_ && !all.empty() && !text.empty() && (is_ascii(all.back()) || is_ascii(text.front()))) all += ' ';
    wrapped_ = false;
    if (type == MD_TEXT_NULLCHAR) {
      all += "\uFFFD";
    } else if (type == MD_TEXT_ENTITY && text.size() > 2) {
      all += entity(text);
    } else {
      all += text;
    }
    return 0;
  }

  MarkdownText out_;
  std::size_t heading_ = 0;
  bool wrapped_ = false;
};

// "---", lines of YAML, "---": takes it off the source and returns its title.
std::string take_front_matter(string_view& source) {
  constexpr std::size_t longest = 8192;  // bytes
  if (!source.starts_with("---\n")) return {};
  const std::size_t end = source.substr(0, longest).find("\n---\n", 3);
  if (end == string_view::npos) return {};
  const string_view front = source.substr(3, end - 2);
  source.remove_prefix(end + string_view("\n---\n").size());
  const std::size_t at = front.find("\ntitle:");
  if (at == string_view::npos) return {};
  const std::size_t begin = at + string_view("\ntitle:").size();
  string_view title = front.substr(begin, front.find('\n', begin) - begin);
  const auto is_around = [](char c) { return c == ' ' || c == '"' || c == '\''; };
  while (!title.empty() && is_around(title.front())) title.remove_prefix(1);
  while (!title.empty() && is_around(title.back())) title.remove_suffix(1);
  return std::string(title);
}

}  // namespace

MarkdownText read_markdown(string_view source) {
  const std::string title = take_front_matter(source);
  MarkdownText read = Reader().read(source);
  if (!title.empty()) read.title = title;
  return read;
}

}  // namespace chiho
