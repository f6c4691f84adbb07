#include "query/index/letter_index.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <numeric>

#include "query/index/damage.hpp"
#include "query/index/letter_postings.hpp"
#include "query/index/varint.hpp"

namespace chiho {

LetterIndex::LetterIndex(const Shards& shards) : shards_(shards), bits_(shards.size()) {
  shards_.each([&](std::size_t shard) {
    const std::string bits = shards_.metadata(shard, std::string(letter_bits_entry));
    std::from_chars(bits.data(), bits.data() + bits.size(), bits_[shard]);
    if (bits_[shard] >= 64) throw_damaged_record();
  });
}

std::optional<std::string> LetterIndex::list(std::size_t shard, std::string_view letters) const {
  const LetterKey key = letter_key(letters);
  const std::string bucket = shards_.metadata(shard, letter_bucket_entry(bucket_of(key, bits_[shard])));
  LetterKey found = 0;
  for (std::string_view rest = bucket; !rest.empty();) {
    found += take_varint(rest);
    const std::uint64_t size = take_varint(rest);
    if (size > rest.size()) throw_damaged_record();
    if (found != key) {
      rest.remove_prefix(size);
      continue;
    }
    return size > 0 ? std::string(rest.substr(0, size)) : shards_.metadata(shard, letter_list_entry(key));
  }
  return std::nullopt;
}

Xapian::doccount LetterIndex::count(std::string_view letters) const {
  std::vector<Xapian::doccount> counts(shards_.size());
  shards_.each([&](std::size_t shard) {
    if (const auto found = list(shard, letters)) counts[shard] = count_records(*found);
  });
  return std::reduce(counts.begin(), counts.end());
}

std::vector<Xapian::docid> LetterIndex::records_with_all(std::size_t shard,
                                                         const std::vector<std::string>& grams) const {
  std::vector<std::string> lists;
  for (const auto& gram : grams) {
    auto found = list(shard, gram);
    if (!found) return {};
    lists.push_back(*std::move(found));
  }
  std::ranges::sort(lists, {}, count_records);
  std::vector<Xapian::docid> all;
  for (std::size_t i = 0; i < lists.size() && (i == 0 || !all.empty()); ++i) {
    const auto records = decode_records(lists[i], shards_[shard].get_lastdocid());
    std::vector<Xapian::docid> both;
    if (i > 0) std::ranges::set_intersection(all, records, std::back_inserter(both));
    all = i == 0 ? records : std::move(both);
  }
  return all;
}

std::vector<Xapian::docid> LetterIndex::records_with_all(const std::vector<std::string>& grams) const {
  if (shards_.size() == 1) return records_with_all(0, grams);
  std::vector<std::vector<Xapian::docid>> found(shards_.size());
  shards_.each([&](std::size_t shard) { found[shard] = records_with_all(shard, grams); });
  std::vector<Xapian::docid> all;
  for (std::size_t shard = 0; shard < shards_.size(); ++shard)
    for (const Xapian::docid id : found[shard]) all.push_back(shards_.id_of_all(shard, id));
  std::ranges::sort(all);
  return all;
}

}  // namespace chiho
