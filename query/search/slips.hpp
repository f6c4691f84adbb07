// もしかして: what a word that stands nowhere was probably meant to be, from the words of the index and their readings.
#pragma once

#include <optional>
#include <string>

#include "query/index/index.hpp"
#include "query/search/words.hpp"

namespace chiho {

class SlipFinder {
 public:
  explicit SlipFinder(const Index& index) : index_(index) {}

  // The nearest word of the index: one that sounds the same (無償資金強力), or differs by a letter (two in a long
  // word), of the word itself or of its reading. None for a word that the dictionary knows (補助金), or where nothing
  // is near.
  [[nodiscard]] std::optional<std::string> meant(const Word& word) const;

 private:
  [[nodiscard]] std::optional<std::string> same_sound(const std::string& key, const std::string& text) const;
  [[nodiscard]] std::optional<std::string> near_sound(const std::string& key) const;
  [[nodiscard]] std::optional<std::string> near_word(const std::string& text) const;

  const Index& index_;
};

}  // namespace chiho
