#include "query/search/slips.hpp"

#include <algorithm>
#include <vector>

#include "bytes/utf8.hpp"
#include "dict/readings.hpp"
#include "query/index/terms.hpp"

namespace chiho {

namespace {

// A shorter word differs by a letter from too many others, a longer one than this may hold two slips.
constexpr std::size_t shortest = 4;
constexpr std::size_t two_slips = 8;
// What sounds just like another word, and shares a letter with it, may be shorter.
constexpr std::size_t shortest_heard = 3;

// Of a large index not every word is looked at.
constexpr std::size_t most_words = 200'000;

std::size_t allowed_slips(std::size_t letters) {
  return letters < shortest ? 0 : letters < two_slips ? 1 : 2;
}

// Damerau's distance of two neighbours changed about, or `limit` + 1 where it is more than that.
std::size_t distance(const std::u32string& one, const std::u32string& other, std::size_t limit) {
  if (one.size() > other.size() + limit || other.size() > one.size() + limit) return limit + 1;
  std::vector<std::vector<std::size_t>> rows(one.size() + 1, std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 0; i <= one.size(); ++i) {
    std::size_t least = limit + 1;
    for (std::size_t j = 0; j <= other.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
      } else {
        const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
        rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change});
        if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
          rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
      least = std::min(least, rows[i][j]);
    }
    if (least > limit) return limit + 1;
  }
  return rows[one.size()][other.size()];
}

// How a word sounds; empty where a part of it has no known reading. l is how some write r.
std::string sound_of(const Form& form) {
  if (is_kana(form.text)) return reading_key(form.text);
  if (is_latin(form.text)) {
    std::string romaji = form.text;
    std::ranges::replace(romaji, 'l', 'r');
    return reading_key(katakana_of_romaji(romaji).value_or(""));
  }
  std::string reading;
  for (const Token& token : form.analysis.tokens) {
    if (token.reading.empty()) return {};
    reading += token.reading;
  }
  return reading_key(reading);
}

// The nearest of what it is shown, the more frequent of equals.
class Nearest {
 public:
  explicit Nearest(const std::string& wanted) : wanted_(letters_of(wanted)), limit_(allowed_slips(wanted_.size())) {
    best_ = limit_ + 1;
  }

  [[nodiscard]] bool possible() const { return limit_ > 0; }
  void look_at(std::string_view word, std::size_t frequency) {
    const std::size_t found = distance(wanted_, letters_of(word), limit_);
    if (found > limit_ || found > best_ || (found == best_ && frequency <= frequency_)) return;
    best_ = found;
    frequency_ = frequency;
    word_ = word;
  }
  [[nodiscard]] std::optional<std::string> word() const { return word_; }

 private:
  std::u32string wanted_;
  std::size_t limit_;
  std::size_t best_;
  std::size_t frequency_ = 0;
  std::optional<std::string> word_;
};

}  // namespace

// Words that share a letter with what was typed before those that only sound alike.
std::optional<std::string> SlipFinder::same_sound(const std::string& key, const std::string& text) const {
  std::optional<std::string> best;
  std::size_t most_shared = 0;
  const std::u32string typed = letters_of(text);
  for (const auto& word : index_.readings().nouns(key)) {
    const std::u32string letters = letters_of(word);
    const auto shared = static_cast<std::size_t>(
        std::ranges::count_if(letters, [&](char32_t letter) { return typed.find(letter) != std::u32string::npos; }));
    if (shared <= most_shared || word == text) continue;
    most_shared = shared;
    best = word;
  }
  return best;
}

std::optional<std::string> SlipFinder::near_sound(const std::string& key) const {
  Nearest nearest(key);
  if (!nearest.possible()) return std::nullopt;
  index_.readings().each_key(most_words, [&](std::string_view known) { nearest.look_at(known, 1); });
  if (!nearest.word()) return std::nullopt;
  const auto words = index_.readings().nouns(*nearest.word());
  return words.empty() ? std::nullopt : std::optional(words.front());
}

std::optional<std::string> SlipFinder::near_word(const std::string& text) const {
  Nearest nearest(text);
  if (!nearest.possible()) return std::nullopt;
  for (const std::string& prefix : {compound_term(""), word_term("")}) {
    std::size_t seen = 0;
    for (auto term = index_.database().allterms_begin(prefix);
         term != index_.database().allterms_end(prefix) && seen < most_words; ++term, ++seen)
      nearest.look_at(std::string_view(*term).substr(prefix.size()), term.get_termfreq());
  }
  return nearest.word();
}

std::optional<std::string> SlipFinder::meant(const Word& word) const {
  const Form& form = word.forms.front();
  const auto& tokens = form.analysis.tokens;
  const bool known = tokens.size() == 1 && !tokens.front().reading.empty() && !is_kana(form.text);
  const std::size_t letters = letter_count(form.text);
  if (known || letters < shortest_heard) return std::nullopt;
  const std::string key = sound_of(form);
  if (!key.empty())
    if (auto same = same_sound(key, form.text)) return same;
  if (letters < shortest) return std::nullopt;
  if (!key.empty() && (is_kana(form.text) || is_latin(form.text)))
    if (auto near = near_sound(key)) return near;
  return near_word(form.text);
}

}  // namespace chiho
