// The terms of the index. Writer and searcher name them by these functions alone.
//
//   W word        the base form of a content word
//   C compound    a whole run of nouns
//   K key         a contact's name, number or address (boolean)
//   X… value      a filter's value, by the field table (boolean)
#pragma once

#include <string>
#include <string_view>

#include "corpus/schema.hpp"

namespace chiho {

std::string word_term(std::string_view word);
std::string compound_term(std::string_view compound);
std::string filter_term(Field field, std::string_view value);

// What a contact is asked for by: a name without its spaces, a phone number as digits alone. `folded` is folded text.
std::string contact_key(std::string_view folded);
std::string contact_term(std::string_view folded);

// The metadata entry that lists the words with a reading (as reading_key gives it), each ended by '\n'.
std::string reading_entry(std::string_view reading_key);

// The same for predicates in their base form, and for verbs that sound so as nouns (申し込む under モウシコミ). Apart,
// for kana alone would find too many.
std::string predicate_entry(std::string_view reading_key);

}  // namespace chiho
