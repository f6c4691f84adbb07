#include "query/letter_index.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "query/damage.hpp"
#include "query/letter_postings.hpp"
#include "query/varint.hpp"

namespace chiho {

LetterIndex::LetterIndex(const Xapian::Database& database) : database_(database) {
  const std::string bits = database.get_metadata(std::string(letter_bits_entry));
  std::from_chars(bits.data(), bits.data() + bits.size(), bits_);
  if (bits_ >= 64) throw_damaged_record();
}

std::optional<std::string> LetterIndex::list(std::string_view letters) const {
  const LetterKey key = letter_key(letters);
  const std::string bucket = database_.get_metadata(letter_bucket_entry(bucket_of(key, bits_)));
  LetterKey found = 0;
  for (std::string_view rest = bucket; !rest.empty();) {
    found += take_varint(rest);
    const std::uint64_t size = take_varint(rest);
    if (size > rest.size()) throw_damaged_record();
    if (found != key) {
      rest.remove_prefix(size);
      continue;
    }
    return size > 0 ? std::string(rest.substr(0, size)) : database_.get_metadata(letter_list_entry(key));
  }
  return std::nullopt;
}

Xapian::doccount LetterIndex::count(std::string_view letters) const {
  const auto found = list(letters);
  return found ? count_records(*found) : 0;
}

std::vector<Xapian::docid> LetterIndex::records(std::string_view letters) const {
  const auto found = list(letters);
  return found ? decode_records(*found, database_.get_lastdocid()) : std::vector<Xapian::docid>();
}

std::vector<Xapian::docid> LetterIndex::records_with_all(const std::vector<std::string>& grams) const {
  std::vector<std::string> lists;
  for (const auto& gram : grams) {
    auto found = list(gram);
    if (!found) return {};
    lists.push_back(*std::move(found));
  }
  std::ranges::sort(lists, {}, count_records);
  std::vector<Xapian::docid> all;
  for (std::size_t i = 0; i < lists.size() && (i == 0 || !all.empty()); ++i) {
    const auto records = decode_records(lists[i], database_.get_lastdocid());
    std::vector<Xapian::docid> both;
    if (i > 0) std::ranges::set_intersection(all, records, std::back_inserter(both));
    all = i == 0 ? records : std::move(both);
  }
  return all;
}

}  // namespace chiho
