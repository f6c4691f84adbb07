#include "query/web/templates.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace chiho::web {

namespace {

[[noreturn]] void wrong(std::string_view name, std::string_view what) {
  throw std::logic_error(fmt::format("template {}: {}", name, what));
}

bool begins_address(std::string_view literal) {
  return literal.ends_with("href=\"") || literal.ends_with("src=\"") || literal.ends_with("action=\"");
}

}  // namespace

struct Templates::Reader {
  std::string_view name;
  std::string_view source;
  std::size_t at = 0;

  // Up to the end of the section, or of the source.
  std::vector<Node> nodes(std::string_view section) {
    std::vector<Node> read;
    while (true) {
      const std::size_t open = std::min(source.find("{{", at), source.size());
      const std::string_view literal = source.substr(at, open - at);
      if (!literal.empty()) read.push_back({Kind::literal, std::string(literal), {}});
      if (open == source.size()) break;
      if (literal.ends_with('=')) wrong(name, "an attribute without quotes");
      const std::string_view tag = tag_at(open);
      if (tag.starts_with('/')) {
        if (tag.substr(1) != section) wrong(name, fmt::format("{{{{{}}}}} closes nothing", tag));
        return read;
      }
      read.push_back(node_of(tag, begins_address(literal)));
    }
    if (!section.empty()) wrong(name, fmt::format("{} is not closed", section));
    return read;
  }

  std::string_view tag_at(std::size_t open) {
    const std::size_t close = source.find("}}", open);
    if (close == std::string_view::npos) wrong(name, "{{ is not closed");
    at = close + 2;
    const std::string_view tag = source.substr(open + 2, close - open - 2);
    if (tag.empty()) wrong(name, "{{}} names nothing");
    return tag;
  }

  Node node_of(std::string_view tag, bool address) {
    const std::string rest(tag.substr(1));
    switch (tag.front()) {
      case '#':
        return {Kind::section, rest, nodes(rest)};
      case '^':
        return {Kind::inverted, rest, nodes(rest)};
      case '>':
        return {Kind::part, rest, {}};
      case '_':
        return {Kind::words, rest, {}};
      default:
        return {address ? Kind::address : Kind::value, std::string(tag), {}};
    }
  }
};

Templates::Templates(const std::vector<std::pair<std::string, std::string_view>>& sources, Words words)
    : words_(words) {
  for (const auto& [name, source] : sources) templates_[name] = Reader{name, source}.nodes("");
}

Html Templates::render(std::string_view name, const Data& data, Lang lang) const {
  const auto found = templates_.find(name);
  if (found == templates_.end()) wrong(name, "there is none");
  Html html;
  render(found->second, data, lang, html.text_);
  return html;
}

void Templates::render(const std::vector<Node>& nodes, const Data& data, Lang lang, std::string& html) const {
  for (const Node& node : nodes) {
    if (node.kind == Kind::literal) {
      html += node.text;
    } else if (node.kind == Kind::words) {
      const std::string_view said = words_(node.text, lang);
      if (said.empty()) wrong(node.text, "no such words");
      append_escaped(html, said);
    } else if (node.kind == Kind::part) {
      const auto part = templates_.find(node.text);
      if (part == templates_.end()) wrong(node.text, "there is none");
      render(part->second, data, lang, html);
    } else if (node.kind == Kind::section || node.kind == Kind::inverted) {
      render_section(node, data, lang, html);
    } else {
      const Value* value = data.find(node.text);
      const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
      const auto* ready = value == nullptr ? nullptr : std::get_if<Html>(value);
      const auto* address = value == nullptr ? nullptr : std::get_if<Address>(value);
      if (node.kind == Kind::address && address == nullptr) wrong(node.text, "is no address");
      if (address != nullptr)
        append_escaped(html, address->text());
      else if (text != nullptr)
        append_escaped(html, *text);
      else if (ready != nullptr)
        html += ready->text();
      else
        wrong(node.text, "no such value");
    }
  }
}

void Templates::render_section(const Node& node, const Data& data, Lang lang, std::string& html) const {
  const Value* value = data.find(node.text);
  const bool filled = value != nullptr && is_filled(*value);
  if (node.kind == Kind::inverted) {
    if (!filled) render(node.inside, data, lang, html);
    return;
  }
  if (!filled) return;
  const auto* list = std::get_if<std::vector<Data>>(value);
  if (list == nullptr) return render(node.inside, data, lang, html);
  for (const Data& item : *list) render(node.inside, item, lang, html);
}

}  // namespace chiho::web
