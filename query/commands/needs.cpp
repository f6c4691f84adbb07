// chiho-search needs
#include "query/search/needs.hpp"

#include <fmt/format.h>

#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/output.hpp"
#include "query/search/contacts.hpp"
#include "query/show/render_needs.hpp"
#include "query/show/render_text.hpp"

namespace chiho {

namespace {

// With so few left, they are shown with their schemes.
constexpr std::size_t opened = 5;

// Nothing found: the general contact, as for any search.
std::string render_none(const std::vector<const Edition*>& editions, const Output& output) {
  Answer none;
  for (const Edition* edition : editions) none.editions.push_back(note_of(*edition));
  return render_text(none, output.style);
}

std::string render(const std::vector<NeedTree>& trees, bool open, const Output& output) {
  if (output.format == Format::json) return render_needs_json(trees);
  if (output.format == Format::jsonl) return render_needs_jsonl(trees);
  return output.is_table() ? table(need_rows(trees), output) : render_needs(trees, open, output.style);
}

}  // namespace

int needs_command(const CommandLine& line, Lang lang) {
  const Output output = output_of(line, lang);
  refuse_trec(output, line);
  const Engine engine(line, lang);
  const std::string part = fmt::format("{}", fmt::join(line.arguments, ""));
  const auto editions = chosen_editions(engine.index, line.value("edition"));
  const auto trees = need_trees(engine.searcher(), editions, part);
  std::size_t size = 0;
  for (const NeedTree& tree : trees) size += tree.size();
  const bool none = size == 0 && output.format == Format::human;
  print(none ? render_none(editions, output) : render(trees, !part.empty() && size <= opened, output), output);
  return size > 0 ? 0 : 1;
}

}  // namespace chiho
