#include "query/render_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace chiho {

namespace {

std::string cell(const Hit& hit, const std::string& column) {
  if (column == "rank") return std::to_string(hit.rank);
  if (column == "score") return fmt::format("{:.6f}", hit.score);
  if (column == "snippet") return hit.snippet.text;
  const auto field = std::ranges::find(fields, column, &FieldInfo::key);
  return field == fields.end() ? std::string() : fmt::format("{}", fmt::join(values(hit.record, field->field), ";"));
}

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + "\"";
}

template <typename Format>
std::string table(const Answer& answer, const std::vector<std::string>& columns, std::string_view separator,
                  std::string_view line_end, Format format) {
  std::string text = fmt::format("{}{}", fmt::join(columns, separator), line_end);
  for (const Hit& hit : answer.hits) {
    std::vector<std::string> cells;
    for (const auto& column : columns) cells.push_back(format(cell(hit, column)));
    text += fmt::format("{}{}", fmt::join(cells, separator), line_end);
  }
  return text;
}

}  // namespace

std::vector<std::string> default_columns() {
  std::vector<std::string> columns{"rank", "score"};
  for (const FieldInfo& field : fields)
    if (field.field != Field::text) columns.emplace_back(field.key);
  columns.emplace_back("snippet");
  return columns;
}

bool is_column(const std::string& name) {
  return name == "rank" || name == "score" || name == "snippet" ||
         std::ranges::find(fields, name, &FieldInfo::key) != fields.end();
}

std::string render_tsv(const Answer& answer, const std::vector<std::string>& columns) {
  return table(answer, columns, "\t", "\n", one_line);
}

std::string render_csv(const Answer& answer, const std::vector<std::string>& columns) {
  return table(answer, columns, ",", "\r\n", quoted);
}

std::string render_trec(const Answer& answer, const std::string& query_id) {
  std::string lines;
  for (const Hit& hit : answer.hits)
    lines += fmt::format("{} Q0 {} {} {:.9f} chiho-search\n", query_id, hit.record.id, hit.rank,
                         1 / static_cast<double>(hit.rank));
  return lines;
}

}  // namespace chiho
