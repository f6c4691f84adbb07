#include "query/stored_document.hpp"

#include <algorithm>

#include "corpus/jsonl.hpp"
#include "dict/numerals.hpp"
#include "query/damage.hpp"

namespace chiho {

namespace {

// The map has a byte a token: two flags and its length; of a longer one `extended` and four bytes of length follow. A
// zero is a byte that belongs to no token.
constexpr unsigned char content_flag = 0x80;
constexpr unsigned char joined_flag = 0x40;
constexpr unsigned char extended = 0x3F;

void put_number(std::string& out, std::size_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift & 0xFFU);
}

std::string_view take(std::string_view& data, std::size_t size) {
  if (data.size() < size) throw_damaged_record();
  const std::string_view taken = data.substr(0, size);
  data.remove_prefix(size);
  return taken;
}

std::uint32_t take_number(std::string_view& data) {
  std::uint32_t number = 0;
  unsigned shift = 0;
  for (const char byte : take(data, 4)) {
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << shift;
    shift += 8;
  }
  return number;
}

}  // namespace

void DocumentWriter::add(Field field, const Analysis& analysis) {
  std::uint32_t end = 0;
  auto compound = analysis.compounds.begin();
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    while (compound != analysis.compounds.end() && compound->last < i) ++compound;
    const bool joined = compound != analysis.compounds.end() && compound->first < i;
    map_.append(token.offset - end, '\0');
    const unsigned flags = (token.content ? content_flag : 0U) | (joined ? joined_flag : 0U);
    map_ += static_cast<char>(flags | std::min<std::uint32_t>(token.length, extended));
    if (token.length >= extended) put_number(map_, token.length);
    end = token.offset + token.length;
  }
  map_.append(analysis.folded.text.size() - end + 1, '\0');
  const std::size_t begin = text_.size();
  text_ += analysis.folded.text;
  std::replace(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(), StoredDocument::passage_end, ' ');
  text_ += StoredDocument::passage_end;
  fields_ += static_cast<char>(field);
}

std::string DocumentWriter::data(const Record& record) const {
  const std::string json = to_jsonl(record);
  std::string data;
  for (const std::string* part : {&json, &text_, &fields_}) {
    put_number(data, part->size());
    data += *part;
  }
  return data + map_;
}

StoredDocument::StoredDocument(std::string_view data) {
  for (std::string_view* part : {&json_, &text_, &fields_}) *part = take(data, take_number(data));
  map_ = data;
}

Record StoredDocument::record() const {
  return record_of_jsonl(json_);
}

Span StoredDocument::title() const {
  std::size_t begin = 0;
  for (const char passage : fields_) {
    const std::size_t end = std::min(text_.find(passage_end, begin), text_.size());
    if (static_cast<Field>(passage) == Field::title) return {begin, end};
    begin = std::min(end + 1, text_.size());
  }
  return {};
}

bool StoredDocument::holds(std::string_view letters, std::optional<Field> field) const {
  if (!field) return text_.find(letters) != std::string_view::npos;
  std::string_view rest = text_;
  for (const char passage : fields_) {
    const std::string_view text = rest.substr(0, rest.find(passage_end));
    if (static_cast<Field>(passage) == *field && text.find(letters) != std::string_view::npos) return true;
    rest.remove_prefix(std::min(rest.size(), text.size() + 1));
  }
  return false;
}

bool StoredDocument::holds_apart(std::string_view letters, std::optional<Field> field) const {
  if (!holds(letters, field)) return false;
  const std::vector<StoredToken> all = tokens();
  std::size_t begin = 0;
  for (const char passage : fields_) {
    const std::size_t end = std::min(text_.find(passage_end, begin), text_.size());
    if (!field || static_cast<Field>(passage) == *field)
      for (auto at = text_.find(letters, begin); at < end; at = text_.find(letters, at + letters.size()))
        if (stands_apart(text_, all, at, at + letters.size())) return true;
    begin = std::min(end + 1, text_.size());
  }
  return false;
}

std::vector<StoredToken> StoredDocument::tokens() const {
  std::vector<StoredToken> tokens;
  tokens.reserve(map_.size());
  std::uint32_t offset = 0;
  std::string_view rest = map_;
  while (!rest.empty()) {
    const auto byte = static_cast<unsigned char>(take(rest, 1).front());
    std::uint32_t length = byte & extended;
    if (length == 0) {
      ++offset;
      continue;
    }
    if (length == extended) length = take_number(rest);
    if (length > text_.size() || offset > text_.size() - length) throw_damaged_record();
    tokens.push_back({offset, length, (byte & content_flag) != 0, (byte & joined_flag) != 0});
    offset += length;
  }
  return tokens;
}

}  // namespace chiho
