// The terms of the index. Writer and searcher name them by these functions alone.
//
//   W word        the base form of a content word
//   C compound    a whole run of nouns
//   K key         a contact's name, number or address (boolean)
//   X… value      a filter's value, by the field table (boolean)
//   N letters     one letter, or two that stand together: only where shards are dealt out (boolean)
//   D id          the record itself, by its number in the whole index: only where shards are dealt out (boolean)
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "corpus/schema.hpp"

namespace chiho {

std::string word_term(std::string_view word);
std::string compound_term(std::string_view compound);
std::string filter_term(Field field, std::string_view value);
std::string letters_term(std::string_view letters);
// Terms of greater ids come later in the index, so that many are looked up in one walk.
std::string record_term(Xapian::docid id);

// What a contact is asked for by: a name without its spaces, a phone number as digits alone. `folded` is folded text.
std::string contact_key(std::string_view folded);
std::string contact_term(std::string_view folded);

}  // namespace chiho
