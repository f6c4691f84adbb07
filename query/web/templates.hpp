// Templates: HTML with places to fill, in a small part of Mustache's language.
//
//   {{name}}               a value; text is escaped, there is no way around it
//   {{#name}}…{{/name}}    once for each of a list, or where the value is filled; inside a list, names are those of the
//   item
//   {{^name}}…{{/name}}    where it is not filled
//   {{>part}}              another template
//   {{_name}}              words of the page, in its language (texts.hpp)
//
// What stands as an address (href="{{…}}", also src and action) must be an Address.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "error/error.hpp"
#include "query/web/data.hpp"

namespace chiho::web {

class Templates {
 public:
  using Words = std::string_view (*)(std::string_view name, Lang lang);  // empty for a name that is none

  // Throws std::logic_error with the place for a template that is wrong: these are ours, and the tests render them all.
  Templates(const std::vector<std::pair<std::string, std::string_view>>& sources, Words words);

  // Throws std::logic_error for a name of template or value that is none, and a value that may not stand where it is.
  [[nodiscard]] Html render(std::string_view name, const Data& data, Lang lang) const;

 private:
  enum class Kind : std::uint8_t { literal, value, address, section, inverted, part, words };
  struct Node {
    Kind kind = Kind::literal;
    std::string text;  // a literal, or a name
    std::vector<Node> inside;
  };
  struct Reader;

  void render(const std::vector<Node>& nodes, const Data& data, Lang lang, std::string& html) const;
  void render_section(const Node& node, const Data& data, Lang lang, std::string& html) const;

  std::map<std::string, std::vector<Node>, std::less<>> templates_;
  Words words_;
};

}  // namespace chiho::web
