#include "query/index/letter_postings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "bytes/utf8.hpp"
#include "query/index/damage.hpp"
#include "query/index/varint.hpp"

namespace chiho {

namespace {

// Golomb's code with powers of two, after Rice (1979): a gap g of mean m as (g - 1) >> k zeros and a one, then the k
// low bits, k about log2(m ln 2). Where every record is in the list, that is one bit each.
unsigned rice_parameter(std::uint64_t mean) {
  return static_cast<unsigned>(std::bit_width(mean * 69 / 100)) - (mean * 69 / 100 > 0 ? 1U : 0U);
}

class BitWriter {
 public:
  void put(std::uint64_t value, unsigned bits) {
    for (; bits > 0; --bits, value >>= 1U) {
      if (used_ == 0) out_ += '\0';
      if ((value & 1U) != 0) out_.back() = static_cast<char>(static_cast<unsigned char>(out_.back()) | 1U << used_);
      used_ = (used_ + 1) % 8;
    }
  }
  [[nodiscard]] const std::string& out() const { return out_; }

 private:
  std::string out_;
  unsigned used_ = 0;
};

class BitReader {
 public:
  explicit BitReader(std::string_view in) : in_(in) {}

  // How many zeros before the next one, which is taken too.
  std::uint64_t zeros() {
    std::uint64_t count = 0;
    while (true) {
      if (held_ == 0) fill();
      if (window_ != 0) {
        const auto found = static_cast<unsigned>(std::countr_zero(window_));
        take(found + 1);
        return count + found;
      }
      count += held_;
      held_ = 0;
    }
  }

  std::uint64_t bits(unsigned count) {
    std::uint64_t value = 0;
    for (unsigned got = 0; got < count;) {
      if (held_ == 0) fill();
      const unsigned now = std::min(count - got, held_);
      value |= (window_ & ((std::uint64_t{1} << now) - 1)) << got;
      take(now);
      got += now;
    }
    return value;
  }

 private:
  static constexpr unsigned most_held = 32;

  void fill() {
    if (in_.empty()) throw_damaged_record();
    window_ = 0;
    for (held_ = 0; held_ < most_held && !in_.empty(); held_ += 8) {
      window_ |= static_cast<std::uint64_t>(static_cast<unsigned char>(in_.front())) << held_;
      in_.remove_prefix(1);
    }
  }
  void take(unsigned count) {
    window_ >>= count;
    held_ -= count;
  }

  std::string_view in_;
  std::uint64_t window_ = 0;
  unsigned held_ = 0;
};

constexpr unsigned parameter_bits = 5;

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

std::string encode_records(const std::vector<Xapian::docid>& records) {
  const unsigned parameter = records.empty() ? 0 : rice_parameter(records.back() / records.size());
  BitWriter gaps;
  Xapian::docid before = 0;
  for (const Xapian::docid record : records) {
    const std::uint64_t gap = record - before - 1;
    for (std::uint64_t high = gap >> parameter; high > 0; --high) gaps.put(0, 1);
    gaps.put(1, 1);
    gaps.put(gap, parameter);
    before = record;
  }
  std::string list;
  put_varint(list, static_cast<std::uint64_t>(records.size()) << parameter_bits | parameter);
  return list + gaps.out();
}

std::vector<Xapian::docid> decode_records(std::string_view list, Xapian::docid last) {
  const std::uint64_t head = take_varint(list);
  const std::uint64_t count = head >> parameter_bits;
  const auto parameter = static_cast<unsigned>(head & ((1U << parameter_bits) - 1));
  if (count > last) throw_damaged_record();
  std::vector<Xapian::docid> records;
  records.reserve(count);
  BitReader gaps(list);
  std::uint64_t record = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    record += (gaps.zeros() << parameter) + gaps.bits(parameter) + 1;
    if (record > last) throw_damaged_record();
    records.push_back(static_cast<Xapian::docid>(record));
  }
  return records;
}

Xapian::doccount count_records(std::string_view list) {
  return static_cast<Xapian::doccount>(take_varint(list) >> parameter_bits);
}

}  // namespace chiho
