#include "query/show/render_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace chiho {

namespace {

std::string contact_cell(const ContactDetails& contact) {
  Row parts{contact.office};
  for (const auto* part : {&contact.phone, &contact.email, &contact.url})
    if (!part->empty()) parts.push_back(*part);
  return fmt::format("{}", fmt::join(parts, " "));
}

template <typename Items, typename Show>
std::string joined(const Items& items, Show show) {
  Row shown;
  for (const auto& item : items) shown.push_back(show(item));
  return fmt::format("{}", fmt::join(shown, ";"));
}

std::string cell(const Hit& hit, const std::string& column) {
  if (column == "rank") return std::to_string(hit.rank);
  if (column == "score") return fmt::format("{:.6f}", hit.score);
  if (column == "matched_all") return hit.matched_all ? "true" : "false";
  if (column == "snippet") return hit.snippet.text;
  if (column == "contacts") return joined(hit.contacts, contact_cell);
  if (column == "related") return joined(hit.related, [](const Related& other) { return other.id; });
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
std::string lines(const std::vector<Row>& rows, std::string_view separator, std::string_view line_end, Format format) {
  std::string text;
  for (const Row& row : rows) {
    Row cells;
    for (const auto& value : row) cells.push_back(format(value));
    text += fmt::format("{}{}", fmt::join(cells, separator), line_end);
  }
  return text;
}

}  // namespace

std::string tsv_rows(const std::vector<Row>& rows) {
  return lines(rows, "\t", "\n", one_line);
}

std::string csv_rows(const std::vector<Row>& rows) {
  return lines(rows, ",", "\r\n", quoted);
}

const std::vector<std::string>& field_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all{"rank", "score", "matched_all"};
    for (const FieldInfo& field : fields) all.emplace_back(field.key);
    all.insert(all.end(), {"snippet", "contacts", "related"});
    return all;
  }();
  return names;
}

std::vector<std::string> default_columns() {
  std::vector<std::string> columns = field_names();
  std::erase_if(columns, [](const std::string& name) {
    return name == "matched_all" || name == "text" || name == "contacts" || name == "related";
  });
  return columns;
}

std::vector<Row> hit_rows(const Answer& answer, const std::vector<std::string>& columns) {
  std::vector<Row> rows;
  for (const Hit& hit : answer.hits) {
    Row row;
    for (const auto& column : columns) row.push_back(cell(hit, column));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Row> facet_rows(const Answer& answer, const std::vector<Field>& wanted) {
  std::vector<Row> rows{{"facet", "value", "count", "selected"}};
  for (std::size_t i = 0; i < facet_fields.size(); ++i)
    if (std::ranges::find(wanted, facet_fields[i]) != wanted.end())
      for (const FacetCount& count : answer.facets[i])
        rows.push_back({std::string(info(facet_fields[i]).key), count.value, std::to_string(count.count),
                        count.selected ? "true" : "false"});
  return rows;
}

std::string render_trec(const Answer& answer, const std::string& query_id) {
  std::string lines;
  for (const Hit& hit : answer.hits)
    lines += fmt::format("{} Q0 {} {} {:.9f} chiho-search\n", query_id, hit.record.id, hit.rank,
                         1 / static_cast<double>(hit.rank));
  return lines;
}

}  // namespace chiho
