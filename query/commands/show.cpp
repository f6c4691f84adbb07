// chiho-search show
#include "corpus/jsonl.hpp"
#include "query/commands/commands.hpp"
#include "query/commands/engine.hpp"
#include "query/commands/id.hpp"
#include "query/commands/output.hpp"
#include "query/search/contacts.hpp"
#include "query/show/render_json.hpp"

namespace chiho {

namespace {

std::vector<std::string> record_columns() {
  std::vector<std::string> keys;
  for (const FieldInfo& field : fields) keys.emplace_back(field.key);
  return keys;
}

std::string render(const Hit& hit, const Edition* edition, const Output& output) {
  if (output.format == Format::human)
    return render_record(hit, edition == nullptr ? std::nullopt : std::optional(note_of(*edition)), output.style);
  if (!output.is_table() && output.fields.empty()) return to_jsonl(hit.record) + "\n";
  Answer one;
  one.hits = {hit};
  if (!output.is_table()) return render_jsonl(one, {output.fields, {}, nullptr});
  const auto columns = output.fields.empty() ? record_columns() : output.fields;
  std::vector<Row> rows{columns};
  rows.push_back(hit_rows(one, columns).front());
  return table(rows, output);
}

}  // namespace

int show_command(const CommandLine& line, Lang lang) {
  const std::string& id = id_in(line);
  const Output output = output_of(line, lang);
  refuse_trec(output, line);
  const Engine engine(line, lang);
  const auto hit = engine.searcher().find(id);
  if (!hit) throw_unknown_id(id, engine.index);
  const Edition* edition = engine.index.metadata().edition(hit->record.edition);
  print(render(*hit, edition, output), output);
  return 0;
}

}  // namespace chiho
