// Which records hold one letter, or two that stand together: how the index keeps it. Not as terms: a record of 500
// letters has some 500 such n-grams, and Xapian takes more for each than all else costs together.
//
//   letters          how many bits of a spread key number a bucket, as decimal digits
//   letters:NNNNNN   a bucket (hex): for each n-gram, by key, what its key is more than that before, the size of its
//                    list, and the list
//   letters=KEY      a list (key in hex) too long for its bucket, where its size stands as 0
//
// All of them metadata entries. Numbers are varints (varint.hpp).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

using LetterKey = std::uint64_t;

// Of one letter, or two. Small for most.
constexpr LetterKey letter_key(char32_t first, char32_t second = 0) {
  const LetterKey rare = first > 0xFFFF || second > 0xFFFF ? LetterKey{1} << 42U : 0;
  return rare | static_cast<LetterKey>(first) << (rare != 0 ? 21U : 16U) | second;
}
LetterKey letter_key(std::string_view letters);

// Keys in the order of their buckets, and the bucket: its highest bits. (The finalizer of MurmurHash3, a bijection.)
constexpr std::uint64_t spread(LetterKey key) {
  key = (key ^ key >> 33U) * 0xFF51AFD7ED558CCDU;
  key = (key ^ key >> 33U) * 0xC4CEB9FE1A85EC53U;
  return key ^ key >> 33U;
}
constexpr std::uint64_t bucket_of(LetterKey key, unsigned bits) {
  return bits == 0 ? 0 : spread(key) >> (64U - bits);
}

inline constexpr std::string_view letter_bits_entry = "letters";
std::string letter_bucket_entry(std::uint64_t bucket);
std::string letter_list_entry(LetterKey key);

// Ascending docids, as a list: how many, then the gaps between them in Rice's code.
std::string encode_records(const std::vector<Xapian::docid>& records);
// Throws Error index for what encode_records did not make, or holds a docid beyond `last`.
std::vector<Xapian::docid> decode_records(std::string_view list, Xapian::docid last);
Xapian::doccount count_records(std::string_view list);

}  // namespace chiho
