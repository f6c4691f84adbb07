#include "corpus/jsonl_line.hpp"

#include <algorithm>
#include <bitset>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "bytes/utf8.hpp"
#include "corpus/control_characters.hpp"
#include "corpus/fault.hpp"
#include "corpus/ids.hpp"
#include "corpus/nearest.hpp"
#include "corpus/record_members.hpp"

namespace chiho {
namespace {

constexpr std::size_t max_faults_of_line = 1000;

// Reads the line and counts what was read: the JSON library does not say where a value stands.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t& count) : at_(at), count_(&count) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

const FieldInfo* field_of(std::string_view key) {
  const auto* found =
      std::find_if(fields.begin(), fields.end(), [&](const FieldInfo& field) { return field.key == key; });
  return found == fields.end() ? nullptr : found;
}

std::vector<std::string> all_keys() {
  std::vector<std::string> keys;
  for (const FieldInfo& field : fields) keys.emplace_back(field.key);
  return keys;
}

bool is_number(Field field) {
  return number_member(field) != nullptr || numbers_member(field) != nullptr;
}

Text type_of(const FieldInfo& field) {
  const Text item = is_number(field.field) ? Text{"整数", "integer"} : Text{"文字列", "string"};
  if (field.list) return {item.ja + "の並び", "a list of " + item.en + "s"};
  return {item.ja, (is_number(field.field) ? "an " : "a ") + item.en};
}

// What the letters of a field's value may not be; empty where they are fine.
Text fault_of_letters(const FieldInfo& field, std::string_view text) {
  if (field.field == Field::id) return fault_of_record_id(text);
  if (field.field == Field::edition) return text.empty() ? Text{} : fault_of_edition_id(text);
  const bool prose = field.field == Field::text || field.field == Field::procedure;
  const std::size_t control = find_control_character(text, prose ? Lines::several : Lines::one);
  if (control == std::string_view::npos) return {};
  return control_character_fault(std::string(field.key), text, control);
}

// Takes the events of the JSON library. No tree is built, so that no depth of nesting can overflow the stack.
class LineReader {
 public:
  LineReader(std::string_view line, const std::size_t& read) : line_(line), read_(read) {}

  bool null() {
    return scalar([&](const FieldInfo& field) { wrong_type(field); }, true);
  }
  bool boolean(bool) {
    return scalar([&](const FieldInfo& field) { wrong_type(field); });
  }
  bool number_float(double, const std::string&) { return boolean(false); }
  bool number_integer(std::int64_t number) {
    return scalar([&](const FieldInfo& field) { take_number(field, number); });
  }
  bool number_unsigned(std::uint64_t number) {
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    return number_integer(static_cast<std::int64_t>(std::min(number, most)));
  }
  bool string(std::string& text) {
    return scalar([&](const FieldInfo& field) { take_string(field, text); });
  }
  bool binary(nlohmann::json::binary_t&) { return true; }  // there is none in JSON text

  bool start_object(std::size_t) {
    if (depth_ > 0) start_value(false);
    return enter();
  }
  bool end_object() { return leave(); }
  bool start_array(std::size_t) {
    if (depth_ == 0) no_object();
    if (depth_ > 0) start_value(true);
    return enter();
  }
  bool end_array() { return leave(); }
  bool key(std::string& name);
  bool parse_error(std::size_t position, const std::string&, const std::exception&);

  JsonlLine finish();

 private:
  template <class Take>
  bool scalar(const Take& take, bool is_null = false) {
    begin_token();
    if (depth_ == 0) no_object();
    const bool value = depth_ == 1 && field_ != nullptr && !broken_;
    const bool item = depth_ == 2 && in_list_;
    if (item || (value && !field_->list && !is_null)) take(*field_);
    if (value && field_->list && !is_null) wrong_type(*field_);
    return end_token();
  }

  // White space, commas and colons lie between what was last read and the token.
  void begin_token() { token_ = std::min(line_.find_first_not_of(" \t\r\n,:", end_of_last_), line_.size()); }
  bool end_token() {
    end_of_last_ = read_;
    return true;
  }
  void start_value(bool array);
  bool enter() {
    ++depth_;
    return end_token();
  }
  bool leave() {
    if (--depth_ == 1) in_list_ = false;
    return end_token();
  }

  void take_string(const FieldInfo& field, std::string& text);
  void take_number(const FieldInfo& field, std::int64_t number);
  void take_type(const std::string& text);
  void check_letters(const FieldInfo& field, std::string_view text);

  void fault(Text message) {
    if (result_.faults.size() < max_faults_of_line) result_.faults.push_back({token_, std::move(message)});
  }
  void no_object();
  void wrong_type(const FieldInfo& field);
  void require(Field field);

  std::string_view line_;
  const std::size_t& read_;
  std::size_t end_of_last_ = 0;
  std::size_t token_ = 0;
  std::size_t depth_ = 0;
  bool broken_ = false;   // no object, or no JSON: nothing more to say
  bool in_list_ = false;  // in the list that is the value of field_
  const FieldInfo* field_ = nullptr;
  std::bitset<fields.size()> keys_;
  std::bitset<fields.size()> given_;
  JsonlLine result_;
};

void LineReader::no_object() {
  if (!broken_) fault({"一行に一つの { … } を書きます", "a line must be one object, { … }"});
  broken_ = true;
}

void LineReader::wrong_type(const FieldInfo& field) {
  const std::string name(field.key);
  const Text wanted = type_of(field);
  given_.set(static_cast<std::size_t>(field.field));
  fault({name + " は" + wanted.ja + "でなければなりません", name + " must be " + wanted.en});
}

void LineReader::start_value(bool array) {
  begin_token();
  if (broken_ || field_ == nullptr) return;
  if (depth_ == 1 && array && field_->list) {
    in_list_ = true;
    given_.set(static_cast<std::size_t>(field_->field));
  } else if (depth_ == 1 || (depth_ == 2 && in_list_)) {
    wrong_type(*field_);
  }
}

bool LineReader::key(std::string& name) {
  begin_token();
  if (depth_ == 1 && !broken_) {
    field_ = field_of(name);
    const std::string shown_name = shown(name);
    if (field_ == nullptr) {
      const Text meant = did_you_mean(nearest(name, all_keys()));
      fault({"知らないキーです: " + shown_name + meant.ja, "unknown key: " + shown_name + meant.en});
    } else if (keys_.test(static_cast<std::size_t>(field_->field))) {
      fault({"同じキーが二度書かれています: " + shown_name, "key given twice: " + shown_name});
      field_ = nullptr;
    } else {
      keys_.set(static_cast<std::size_t>(field_->field));
    }
  }
  return end_token();
}

// `position` counts what was read, the last letter of an unexpected token included.
bool LineReader::parse_error(std::size_t position, const std::string& last_token, const std::exception&) {
  const bool at_end = position > line_.size();
  const bool whole_string =
      !at_end && last_token.size() >= 2 && last_token.starts_with('"') && last_token.ends_with('"');
  const std::size_t back = std::min(position, whole_string ? last_token.size() : std::size_t{1});
  token_ = std::min(position - back, line_.size());
  while (token_ > 0 && token_ < line_.size() && !begins_letter(line_[token_])) --token_;
  if (token_ == line_.size()) {
    fault({"JSON が途中で終わっています", "the JSON ends too early"});
  } else {
    fault({"JSON として読めません", "this is not JSON"});
  }
  broken_ = true;
  return false;
}

void LineReader::check_letters(const FieldInfo& field, std::string_view text) {
  Text wrong = fault_of_letters(field, text);
  const bool room = result_.letters.size() < max_faults_of_line;
  if (!wrong.empty() && room) result_.letters.push_back({token_, std::move(wrong)});
}

void LineReader::take_type(const std::string& text) {
  if (const std::optional<RecordType> type = record_type_of(text)) {
    result_.record.type = *type;
    return;
  }
  std::vector<std::string> types;
  for (const RecordType type : record_types) types.emplace_back(to_string(type));
  const Text meant = did_you_mean(nearest(text, types));
  const std::string name = shown(text);
  fault({"知らない type です: " + name + meant.ja, "unknown type: " + name + meant.en});
}

void LineReader::take_string(const FieldInfo& field, std::string& text) {
  given_.set(static_cast<std::size_t>(field.field));
  if (field.field == Field::type) return take_type(text);
  if (field.field == Field::id) result_.id_offset = token_;
  check_letters(field, text);
  if (const auto member = string_member(field.field)) {
    result_.record.*member = std::move(text);
  } else if (const auto list = strings_member(field.field); list == nullptr) {
    wrong_type(field);
  } else if (text.empty()) {
    const std::string name(field.key);
    fault({name + " に空の文字列があります", name + " holds an empty string"});
  } else {
    (result_.record.*list).push_back(std::move(text));
  }
}

void LineReader::take_number(const FieldInfo& field, std::int64_t number) {
  if (!is_number(field.field)) return wrong_type(field);
  const bool year = field.list;
  const std::int64_t most = year ? 9999 : std::numeric_limits<int>::max();
  if (number < 1 || number > most) {
    const std::string range = "1-" + std::to_string(most);
    const std::string name(field.key);
    fault({name + " の数が範囲（" + range + "）の外です", name + " is out of range (" + range + ")"});
  } else if (const auto member = number_member(field.field)) {
    result_.record.*member = static_cast<int>(number);
  } else {
    (result_.record.*numbers_member(field.field)).push_back(static_cast<int>(number));
  }
}

void LineReader::require(Field field) {
  const std::size_t index = static_cast<std::size_t>(field);
  token_ = 0;
  if (given_.test(index)) return;
  const std::string name(info(field).key);
  fault({name + " がありません", name + " is missing"});
}

void keep_first_of_each(std::vector<std::string>& names) {
  std::set<std::string> seen;
  std::erase_if(names, [&](const std::string& name) { return !seen.insert(name).second; });
}

void sort_without_repeats(std::vector<int>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

JsonlLine LineReader::finish() {
  if (!broken_) {
    require(Field::id);
    require(Field::text);
  }
  for (const FieldInfo& field : fields) {
    if (const auto names = strings_member(field.field)) keep_first_of_each(result_.record.*names);
    if (const auto numbers = numbers_member(field.field)) sort_without_repeats(result_.record.*numbers);
  }
  return std::move(result_);
}

}  // namespace

JsonlLine parse_jsonl_line(std::string_view line) {
  if (const std::size_t invalid = find_invalid_utf8(line); invalid != std::string_view::npos) {
    return {{}, 0, {{invalid, {"UTF-8 ではない文字があります", "not UTF-8"}}}, {}};
  }
  std::size_t read = 0;
  LineReader reader(line, read);
  const char* end = line.data() + line.size();
  nlohmann::json::sax_parse(CountingIterator(line.data(), read), CountingIterator(end, read), &reader);
  return reader.finish();
}

}  // namespace chiho
