#include "query/letter_postings.hpp"

#include <fmt/format.h>

#include "bytes/utf8.hpp"
#include "query/damage.hpp"

namespace chiho {

namespace {

std::string as_bits(const std::vector<Xapian::docid>& records) {
  std::string bits((records.back() + 7) / 8, '\0');
  for (const Xapian::docid record : records) {
    char& byte = bits[(record - 1) / 8];
    byte = static_cast<char>(static_cast<unsigned char>(byte) | 1U << ((record - 1) % 8));
  }
  return bits;
}

std::vector<Xapian::docid> of_bits(std::string_view bits, std::size_t count, Xapian::docid last) {
  std::vector<Xapian::docid> records;
  records.reserve(count);
  for (std::size_t at = 0; at < bits.size(); ++at)
    for (auto byte = static_cast<unsigned char>(bits[at]); byte != 0; byte &= static_cast<unsigned char>(byte - 1))
      records.push_back(static_cast<Xapian::docid>(at * 8 + static_cast<unsigned>(__builtin_ctz(byte)) + 1));
  if (records.size() != count || (count > 0 && records.back() > last)) throw_damaged_record();
  return records;
}

}  // namespace

LetterKey letter_key(std::string_view letters) {
  std::size_t at = 0;
  const char32_t first = next_letter(letters, at);
  return letter_key(first, at < letters.size() ? next_letter(letters, at) : U'\0');
}

std::string letter_bucket_entry(std::uint64_t bucket) {
  return fmt::format("letters:{:06x}", bucket);
}

std::string letter_list_entry(LetterKey key) {
  return fmt::format("letters={:x}", key);
}

void put_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) out += static_cast<char>(number | 0x80U);
  out += static_cast<char>(number);
}

std::uint64_t take_varint(std::string_view& data) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !data.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(data.front());
    data.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return number;
  }
  throw_damaged_record();
}

std::string encode_records(const std::vector<Xapian::docid>& records) {
  std::string list;
  std::string gaps;
  Xapian::docid before = 0;
  for (const Xapian::docid record : records) {
    put_varint(gaps, record - before);
    before = record;
  }
  const bool dense = !records.empty() && (records.back() + 7) / 8 < gaps.size();
  put_varint(list, static_cast<std::uint64_t>(records.size()) << 1U | (dense ? 1U : 0U));
  return list + (dense ? as_bits(records) : gaps);
}

std::vector<Xapian::docid> decode_records(std::string_view list, Xapian::docid last) {
  const std::uint64_t head = take_varint(list);
  const std::uint64_t count = head >> 1U;
  if (count > last) throw_damaged_record();
  if ((head & 1U) != 0) return of_bits(list, count, last);
  std::vector<Xapian::docid> records;
  records.reserve(count);
  std::uint64_t record = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t gap = take_varint(list);
    if (gap == 0 || gap > last - record) throw_damaged_record();
    record += gap;
    records.push_back(static_cast<Xapian::docid>(record));
  }
  return records;
}

Xapian::doccount count_records(std::string_view list) {
  return static_cast<Xapian::doccount>(take_varint(list) >> 1U);
}

}  // namespace chiho
