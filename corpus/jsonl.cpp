#include "corpus/jsonl.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "bytes/utf8.hpp"
#include "corpus/jsonl_line.hpp"
#include "corpus/record_members.hpp"

namespace chiho {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
// Of a file that is no JSON Lines at all, every line is a fault.
constexpr std::size_t max_faults = 100'000;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

// The line as JSON: without a byte order mark (also in the middle, where files were joined) and '\r'.
std::string_view bare(std::string_view line) {
  if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

[[noreturn]] void fail_to_read(const std::string& name) {
  const std::string file = shown(name, 1000);
  throw Error(ErrorCode::io, {file + " を読めません", "cannot read " + file},
              {"ファイルの名前と、読み取りの権限を確かめてください", "check its name, and that you may read it"});
}

class Reader {
 public:
  Reader(const std::string& name, const std::function<void(Record&&)>& give) : name_(name), give_(give) {}

  Faults read(std::istream& in) {
    std::string line;
    while (faults_.size() < max_faults && std::getline(in, line)) take(bare(line));
    if (in.bad()) fail_to_read(name_);
    if (faults_.size() >= max_faults)
      faults_.push_back({name_, number_, 1, {"誤りが多すぎるので、ここで止めました", "too many faults: stopped here"}});
    return std::move(faults_);
  }

 private:
  void take(std::string_view line) {
    ++number_;
    if (is_blank(line)) return;
    JsonlLine parsed = parse_jsonl_line(line);
    std::move(parsed.letters.begin(), parsed.letters.end(), std::back_inserter(parsed.faults));
    check_id(parsed);
    report(line, parsed.faults);
    if (parsed.faults.empty()) give_(std::move(parsed.record));
  }

  void report(std::string_view line, std::vector<JsonlFault>& faults) {
    std::stable_sort(faults.begin(), faults.end(), [](const auto& a, const auto& b) { return a.offset < b.offset; });
    std::size_t counted = 0;
    std::size_t column = 1;
    for (JsonlFault& fault : faults) {
      column += letter_count(line.substr(counted, fault.offset - counted));
      counted = fault.offset;
      faults_.push_back({name_, number_, static_cast<int>(column), std::move(fault.message)});
    }
  }

  void check_id(JsonlLine& parsed) {
    const std::string& id = parsed.record.id;
    if (id.empty()) return;
    const auto [first, is_new] = lines_.emplace(id, number_);
    if (is_new) return;
    const std::string line = std::to_string(first->second);
    const std::string twice = shown(id);
    parsed.faults.push_back({parsed.id_offset,
                             {"id が重複しています: " + twice + "（" + line + " 行目にもあります）",
                              "duplicate id: " + twice + " (also on line " + line + ")"}});
  }

  const std::string& name_;
  const std::function<void(Record&&)>& give_;
  int number_ = 0;
  Faults faults_;
  std::unordered_map<std::string, int> lines_;  // by id
};

nlohmann::ordered_json json_of(const Record& record, Field field) {
  if (field == Field::type) return to_string(record.type);
  if (const auto member = string_member(field)) return record.*member;
  if (const auto member = strings_member(field)) return record.*member;
  if (const auto member = numbers_member(field)) return record.*member;
  return (record.*number_member(field)).value_or(0);
}

bool is_written(const Record& record, Field field) {
  const bool required = field == Field::id || field == Field::text;
  return required || !values(record, field).empty();
}

}  // namespace

JsonLines read_jsonl(std::istream& in, const std::string& name) {
  JsonLines lines;
  lines.faults = Reader(name, [&](Record&& record) { lines.records.push_back(std::move(record)); }).read(in);
  return lines;
}

JsonLines read_jsonl(const std::filesystem::path& file) {
  JsonLines lines;
  lines.faults = read_jsonl(file, [&](Record&& record) { lines.records.push_back(std::move(record)); });
  return lines;
}

Faults read_jsonl(const std::filesystem::path& file, const std::function<void(Record&&)>& take) {
  std::ifstream in(file, std::ios::binary);
  if (!in) fail_to_read(file.string());
  return Reader(file.string(), take).read(in);
}

std::string to_jsonl(const Record& record) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const FieldInfo& field : fields) {
    if (is_written(record, field.field)) object.push_back({std::string(field.key), json_of(record, field.field)});
  }
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Record record_of_jsonl(std::string_view line) {
  JsonlLine parsed = parse_jsonl_line(line);
  if (!parsed.faults.empty()) {
    const Text& fault = parsed.faults.front().message;
    throw Error(
        ErrorCode::index, {"索引の記録が壊れています: " + fault.ja, "a record of the index is damaged: " + fault.en},
        {"索引を作り直してください（chiho-index build --force）", "build the index again (chiho-index build --force)"});
  }
  return std::move(parsed.record);
}

}  // namespace chiho
