#include "query/show/render_needs.hpp"

#include <nlohmann/json.hpp>

#include "query/show/text_writer.hpp"

namespace chiho {

namespace {

using json = nlohmann::ordered_json;

json leaf_json(const NeedLeaf& leaf) {
  json schemes = json::array();
  for (const Related& scheme : leaf.schemes)
    schemes.push_back(
        {{"id", scheme.id}, {"title", scheme.title}, {"page", scheme.page ? json(*scheme.page) : json(nullptr)}});
  return {{"name", leaf.name}, {"pages", leaf.pages}, {"count", leaf.count}, {"schemes", schemes}};
}

json tree_json(const NeedTree& tree) {
  json groups = json::array();
  for (const NeedGroup& group : tree.groups) {
    json needs = json::array();
    for (const NeedLeaf& leaf : group.needs) needs.push_back(leaf_json(leaf));
    groups.push_back({{"name", group.name}, {"needs", needs}});
  }
  return {{"id", tree.edition.id}, {"title", tree.edition.title}, {"date", tree.edition.date}, {"groups", groups}};
}

std::string dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

void write_leaf(TextWriter& writer, const NeedLeaf& leaf, bool open) {
  StyledWords words{{for_people(leaf.name), open ? Style::title : Style::plain}, {" "}};
  for (const int page : leaf.pages) words.insert(words.end(), {{" "}, {fmt::format("p.{}", page), Style::page, true}});
  words.push_back({fmt::format("  ({})", leaf.count), Style::faint, true});
  writer.line(words, 4, 6);
  if (!open) return;
  for (const Related& scheme : leaf.schemes) {
    StyledWords line{{for_people(scheme.title)}};
    line = line + page_words(scheme.page);
    writer.line(line, 6, 8);
  }
}

}  // namespace

std::string render_needs(const std::vector<NeedTree>& trees, bool open, const TextStyle& style) {
  TextWriter writer(style);
  for (const NeedTree& tree : trees) {
    writer.line({{edition_words(writer, tree.edition), Style::faint}});
    for (const NeedGroup& group : tree.groups) {
      writer.line({{for_people(group.name), Style::kind}}, 2);
      for (const NeedLeaf& leaf : group.needs) write_leaf(writer, leaf, open);
    }
  }
  if (trees.empty()) writer.line({{writer.say(Say::nothing_found)}});
  if (trees.empty() || open) return writer.take();
  const std::string first = typed(trees.front().groups.front().needs.front().name);
  writer.blank();
  writer.line({{writer.say(Say::needs_walk)}, {fmt::format("chiho-search needs {}", first), Style::option}}, 0, 2);
  return writer.take();
}

std::string render_needs_json(const std::vector<NeedTree>& trees) {
  json editions = json::array();
  for (const NeedTree& tree : trees) editions.push_back(tree_json(tree));
  return dump({{"format", "chiho-search-needs/1"}, {"editions", editions}});
}

std::string render_needs_jsonl(const std::vector<NeedTree>& trees) {
  std::string lines;
  for (const NeedTree& tree : trees)
    for (const NeedGroup& group : tree.groups)
      for (const NeedLeaf& leaf : group.needs) {
        json line{{"edition", tree.edition.id}, {"group", group.name}};
        line.update(leaf_json(leaf));
        lines += dump(line);
      }
  return lines;
}

std::vector<Row> need_rows(const std::vector<NeedTree>& trees) {
  std::vector<Row> rows{{"edition", "group", "need", "pages", "count"}};
  for (const NeedTree& tree : trees)
    for (const NeedGroup& group : tree.groups)
      for (const NeedLeaf& leaf : group.needs)
        rows.push_back({tree.edition.id, group.name, leaf.name, fmt::format("{}", fmt::join(leaf.pages, ";")),
                        std::to_string(leaf.count)});
  return rows;
}

}  // namespace chiho
