#include "query/search/words.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <sstream>

#include "bytes/utf8.hpp"
#include "dict/date_spellings.hpp"
#include "dict/dates.hpp"
#include "dict/iteration_marks.hpp"
#include "dict/letters.hpp"
#include "dict/ngrams.hpp"
#include "dict/numerals.hpp"
#include "dict/okurigana.hpp"
#include "dict/readings.hpp"
#include "query/index/terms.hpp"
#include "query/index/xapian_errors.hpp"
#include "query/search/kana_words.hpp"
#include "query/search/plan.hpp"

namespace chiho {

namespace {

// How many words in a row may be one name: small and medium enterprises.
constexpr std::size_t longest_name = 5;

// What makes a sentence a wish: 〜したい, 〜してほしい, 〜してもらいたい. Such words only.
constexpr std::array<std::string_view, 4> wish_words{"たい", "ほしい", "欲しい", "もらえる"};

// How many words of one sentence are looked for, and how long it may be to be looked for as it stands, in bytes.
constexpr std::size_t most_words = 64;
constexpr std::size_t longest_whole = 600;

constexpr std::size_t shortest_predicate = 3;  // letters, of what is typed in kana
constexpr std::size_t longest_abbreviation = 3;

// Of hiragana, in letters: what is found as a word alone, and what no kanji are read for.
constexpr std::size_t longest_function_word = 3;
constexpr std::size_t longest_unread = 2;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80 && c != ' ';
}

// A symbol separates words unless it stands inside a number or an address: 03-5501-8373, business-support@…
bool separates(const Analysis& analysis, const Token& token) {
  if (token.word_class != WordClass::symbol) return false;
  const std::string& text = analysis.folded.text;
  const std::size_t end = token.offset + token.length;
  const bool inside = token.offset > 0 && end < text.size() && is_ascii(text[token.offset - 1]) && is_ascii(text[end]);
  return !inside;
}

bool is_sentence(const Analysis& analysis) {
  return std::ranges::any_of(analysis.tokens, [&](const Token& token) {
    return token.word_class == WordClass::particle || token.inflected || separates(analysis, token);
  });
}

struct Piece {
  std::string shown;
  std::string text;
  std::string term;  // of the index
};

// The content words of a sentence, compounds whole, without repeats.
std::vector<Piece> content_words(const Analysis& analysis) {
  std::vector<Piece> pieces;
  std::set<std::string> seen;
  const auto add = [&](const std::string& shown, const std::string& text, std::string term) {
    if (seen.insert(text).second) pieces.push_back({shown, text, std::move(term)});
  };
  auto compound = analysis.compounds.begin();
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (compound != analysis.compounds.end() && compound->first == i) {
      add(compound->term, compound->term, compound_term(compound->term));
      i = compound->last;
      ++compound;
    } else if (token.content) {
      const std::string surface = analysis.folded.text.substr(token.offset, token.length);
      add(token.inflected ? token.term : surface, surface, word_term(token.term));
    }
  }
  return pieces;
}

// A long pasted text is sought by its rarest words. What stands nowhere tells nothing.
void keep_rarest(std::vector<Piece>& pieces, const Shards& shards) {
  if (pieces.size() <= most_words) return;
  std::vector<std::string> terms;
  for (const Piece& piece : pieces) terms.push_back(piece.term);
  shards.look_up(terms);
  std::vector<std::pair<Xapian::doccount, std::size_t>> order;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Xapian::doccount frequency = shards.frequency(pieces[i].term);
    order.emplace_back(frequency == 0 ? std::numeric_limits<Xapian::doccount>::max() : frequency, i);
  }
  std::ranges::sort(order);
  std::vector<Piece> rarest;
  for (std::size_t i = 0; i < most_words; ++i) rarest.push_back(std::move(pieces[order[i].second]));
  pieces = std::move(rarest);
}

// The stem of a short predicate (よ of よい) stands in half of all sentences: only its base form counts.
bool is_telling(const std::string& text) {
  return !is_kana(text) || text.size() >= std::string_view("ささえ").size();
}

std::string in_single_spaces(const std::string& text) {
  std::istringstream in(text);
  std::string joined;
  for (std::string word; in >> word;) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

// Of the shorter all stand in the longer, in their order.
bool are_same_kanji(const std::string& one, const std::string& other) {
  const std::u32string longer = letters_of(one.size() < other.size() ? other : one);
  std::size_t at = 0;
  for (const char32_t letter : letters_of(one.size() < other.size() ? one : other)) {
    at = longer.find(letter, at);
    if (at++ == std::u32string::npos) return false;
  }
  return !one.empty() && !other.empty();
}

bool is_new(const std::vector<Form>& forms, const std::string& text) {
  return std::ranges::find(forms, text, &Form::text) == forms.end();
}

// IT, PR, EPA: letters that stand by chance in many a longer word.
bool is_abbreviation(const std::string& folded) {
  return folded.size() <= longest_abbreviation &&
         std::ranges::all_of(folded, [](char c) { return c >= 'a' && c <= 'z'; });
}

// いい, ここ, すぐ: of such words, which name nothing, any sentence is made. Of at most so many letters.
bool is_function_word(const Form& form, std::size_t longest) {
  const std::u32string letters = letters_of(form.text);
  const auto& tokens = form.analysis.tokens;
  return letters.size() <= longest && std::ranges::all_of(letters, is_hiragana) && tokens.size() == 1 &&
         tokens.front().known && tokens.front().word_class != WordClass::noun;
}

// Kanji that sound like one letter, or like a short function word, were not meant.
bool is_as_meant(const Form& kana) {
  return letter_count(kana.text) == 1 || is_function_word(kana, longest_unread);
}

bool has_upper_case(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Form WordMaker::form(FormKind kind, const std::string& text) const {
  Form form;
  form.kind = kind;
  form.text = in_single_spaces(folded(text));
  form.analysis = analyzer_.analyze(form.text);
  const auto& tokens = form.analysis.tokens;
  const auto& compounds = form.analysis.compounds;
  if (tokens.size() == 1 && tokens.front().content) form.terms.push_back(word_term(tokens.front().term));
  if (!compounds.empty() || tokens.size() == 1) form.terms.push_back(compound_term(form.text));
  const auto stands = [&](const std::string& term) { return index_.shards().frequency(term) > 0; };
  form.apart = !form.terms.empty() && (is_abbreviation(form.text) || (is_function_word(form, longest_function_word) &&
                                                                      std::ranges::any_of(form.terms, stands)));
  form.literal = !form.apart;
  if (form.text.empty()) form.text = text;
  if (const auto key = contact_term(form.text); index_.shards().frequency(key) > 0) form.terms.push_back(key);
  return form;
}

Form WordMaker::part(const std::string& text) const {
  Form part = form(FormKind::part, text);
  part.literal &= !stands_by_chance(text);
  return part;
}

std::vector<std::string> WordMaker::read_as(const std::string& kana) const {
  return index_.readings().nouns(reading_key(kana));
}

// Shorter ones (いる, なる) are most often words of their own, written in kana.
std::vector<std::string> WordMaker::predicates_read_as(const std::string& kana) const {
  if (!is_kana(kana) || letter_count(kana) < shortest_predicate) return {};
  return index_.readings().predicates(reading_key(kana));
}

// ささえる: what is read so is inflected, so its base form is looked for.
void WordMaker::add_predicates(std::vector<Form>& forms, const std::string& kana) const {
  for (const auto& read : predicates_read_as(kana))
    if (is_new(forms, read)) forms.push_back(form(FormKind::reading, read));
}

void WordMaker::add_readings(Word& word, const std::string& typed) const {
  const std::string text = word.forms.front().text;
  std::string kana;
  if (is_kana(text)) {
    kana = text;
  } else if (is_latin(text)) {
    const bool stands = index_.shards().frequency(word_term(text)) > 0;
    if (stands && has_upper_case(typed)) return;  // ODA is ODA, not おだ
    kana = katakana_of_romaji(text).value_or("");
  }
  if (kana.empty()) return;
  const bool letters_only = kana == text && is_as_meant(word.forms.front());
  for (const auto& read : read_as(kana))
    if (read != text && (!letters_only || (is_kana(read) && in_katakana(read) == in_katakana(text))))
      word.forms.push_back(form(FormKind::reading, read));
  add_predicates(word.forms, kana);
}

void WordMaker::add_synonyms(std::vector<Form>& forms, const std::string& text) const {
  if (synonyms_ == nullptr) return;
  for (const auto& other : synonyms_->of(text))
    if (is_new(forms, other)) forms.push_back(form(FormKind::synonym, other));
}

// What sounds the same and has the same kanji differs in its okurigana alone; what has some of them, in which of them
// are written in kana: 受けいれる.
void WordMaker::add_okurigana(std::vector<Form>& forms, const std::string& kanji, const std::string& reading) const {
  const std::string key = reading_key(reading);
  for (const auto& read : {index_.readings().nouns(key), index_.readings().predicates(key)})
    for (const auto& other : read)
      if (are_same_kanji(kanji, kanji_of(other)) && is_new(forms, other))
        forms.push_back(form(FormKind::spelling, other));
}

// Every two letters of it stand somewhere.
bool WordMaker::may_stand(const std::string& text) const {
  const auto grams = ngrams(text).bigrams;
  const auto stands = [&](const std::string& gram) { return index_.letters().count(gram) > 0; };
  return !grams.empty() && std::ranges::all_of(grams, stands);
}

// Of its letters only what is cut as words of its own counts. A number of one letter says too little to be looked for.
void WordMaker::add_numerals(std::vector<Form>& forms, const Analysis& analysis) const {
  for (const auto& spelling : numeral_spellings(analysis)) {
    if (!is_new(forms, spelling) || !may_stand(spelling)) continue;
    Form number = form(FormKind::spelling, spelling);
    number.apart = true;
    number.terms.clear();
    forms.push_back(std::move(number));
  }
}

// 民主々義 is written nowhere: most such spellings need no more than a look at the index.
void WordMaker::add_iterations(std::vector<Form>& forms, const std::string& text) const {
  for (const auto& spelling : iteration_spellings(text))
    if (is_new(forms, spelling) && may_stand(spelling)) forms.push_back(form(FormKind::spelling, spelling));
}

void WordMaker::add_spellings(std::vector<Form>& forms, const Analysis& analysis) const {
  add_numerals(forms, analysis);
  add_iterations(forms, analysis.folded.text);
  const std::string& text = analysis.folded.text;
  const auto& tokens = analysis.tokens;
  const bool predicate = tokens.size() == 1 && tokens.front().word_class == WordClass::predicate;
  const std::string kanji = kanji_of(predicate ? tokens.front().term : text);
  if (kanji.empty()) return;
  std::string reading;
  for (const Token& token : tokens) {
    if (token.reading.empty()) return;
    reading += token.reading;
  }
  if (!predicate) return add_okurigana(forms, kanji, reading);
  const std::string base = base_reading(text, reading, tokens.front().term);
  if (base.empty()) return;
  add_okurigana(forms, kanji, base);
  for (const auto& stem : stem_readings(tokens.front().term, base)) add_okurigana(forms, kanji, stem);
}

// A date is looked for in each of its spellings; a year alone also in the records that are of it.
void WordMaker::add_dates(Word& word) const {
  const std::string digits = in_digits(word.forms.front().analysis);
  const std::string text = digits.empty() ? word.forms.front().text : digits;
  for (const auto& spelling : date_spellings(text)) {
    word.forms.push_back(form(FormKind::spelling, spelling));
    const Analysis analysis = word.forms.back().analysis;
    add_numerals(word.forms, analysis);
  }
  const auto year = parse_year_range(text);
  if (!year || year->first != year->last) return;
  word.forms.front().terms.push_back(
      filter_term(year->fiscal ? Field::fiscal_year : Field::year, std::to_string(year->first)));
}

Word WordMaker::word(const std::string& shown, const std::string& text, bool exact) const {
  Word word{shown, {form(FormKind::itself, text)}, {}};
  if (exact) return word;
  add_readings(word, shown);
  add_synonyms(word.forms, std::string(word.forms.front().text));
  add_dates(word);
  add_spellings(word.forms, Analysis(word.forms.front().analysis));
  return word;
}

// All in kana, a run is cut by guesswork. It is one word if the index knows it by its sound or its letters, or if what
// it would be cut to is nothing that the index knows.
bool WordMaker::is_one_kana_word(const Analysis& analysis) const {
  const std::string& text = analysis.folded.text;
  if (!is_kana(text)) return false;
  if (!read_as(text).empty()) return true;
  const auto stands = [&](const std::string& term) { return index_.shards().frequency(term) > 0; };
  if (planner_.stands(literal(text))) return true;
  return std::ranges::any_of(analysis.tokens, [&](const Token& token) {
    if (!token.content || stands(word_term(token.term))) return false;
    if (token.inflected) return predicates_read_as(token.term).empty();
    return read_as(text.substr(token.offset, token.length)).empty();
  });
}

// ちいきのみりょく: what stands nowhere, but is made up of words that are read so.
std::vector<std::string> WordMaker::names_in_kana(const Analysis& analysis) const {
  const std::string& text = analysis.folded.text;
  if (!is_kana(text) || !read_as(text).empty() || planner_.stands(literal(text))) return {};
  return kana_words(text, [&](const std::string& kana) { return !read_as(kana).empty(); })
      .value_or(std::vector<std::string>{});
}

Unit WordMaker::unit(const QueryTerm& term) const {
  Unit unit{term.text, term.field, term.exclude, term.phrase, false, {}, {}};
  const Analysis analysis = analyzer_.analyze(term.text);
  auto pieces = content_words(analysis);
  const bool pasted = !term.phrase && term.text.find(' ') != std::string::npos;
  const bool one = term.phrase || pieces.empty() || (!pasted && (!is_sentence(analysis) || is_one_kana_word(analysis)));
  if (one) {
    if (!term.phrase)
      for (const auto& kana : names_in_kana(analysis)) unit.words.push_back(word(kana, kana, false));
    if (unit.words.empty()) unit.words.push_back(word(term.text, term.text, term.phrase));
    return unit;
  }
  keep_rarest(pieces, index_.shards());
  for (const Piece& piece : pieces) {
    Word made = word(piece.shown, piece.text, false);
    if (piece.shown != piece.text) {
      made.forms.front().terms.push_back(word_term(piece.shown));
      made.forms.front().literal = is_telling(piece.text);
      add_synonyms(made.forms, piece.shown);
      add_predicates(made.forms, piece.shown);
      add_spellings(made.forms, analyzer_.analyze(piece.shown));
    }
    unit.words.push_back(std::move(made));
  }
  unit.wish = std::ranges::any_of(analysis.tokens, [](const Token& token) {
    return std::ranges::find(wish_words, token.term) != wish_words.end();
  });
  if (term.text.size() <= longest_whole) unit.whole.push_back(form(FormKind::itself, term.text));
  return unit;
}

// chiho renkei suishinshitsu: words in a row that are the reading of one word together.
std::vector<Form> WordMaker::joined_readings(const std::string& joined) const {
  std::string letters = folded(joined);
  std::erase(letters, ' ');
  std::string kana;
  if (is_kana(letters)) kana = letters;
  if (is_latin(letters)) kana = katakana_of_romaji(letters).value_or("");
  std::vector<Form> forms;
  if (!kana.empty())
    for (const auto& read : read_as(kana)) forms.push_back(form(FormKind::reading, read));
  return forms;
}

// grant aid: words in a row that are one name together become one unit.
void WordMaker::join_names(std::vector<UnitClause>& clauses) const {
  const auto plain = [](const UnitClause& clause) {
    return clause.size() == 1 && !clause.front().exclude && !clause.front().field;
  };
  for (std::size_t first = 0; first < clauses.size(); ++first) {
    std::size_t end = first;
    while (end < clauses.size() && end - first < longest_name && plain(clauses[end])) ++end;
    for (; end > first + 1; --end) {
      std::string joined = clauses[first].front().text;
      for (std::size_t i = first + 1; i < end; ++i) joined += " " + clauses[i].front().text;
      std::vector<Form> forms = joined_readings(joined);
      add_synonyms(forms, joined);
      if (forms.empty()) continue;
      Unit unit{joined, {}, false, false, false, {}, {}};
      for (std::size_t i = first; i < end; ++i)
        std::ranges::move(clauses[i].front().words, std::back_inserter(unit.words));
      unit.whole = std::move(forms);
      clauses[first] = {std::move(unit)};
      clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                    clauses.begin() + static_cast<std::ptrdiff_t>(end));
      break;
    }
  }
}

std::vector<UnitClause> WordMaker::make(const std::vector<QueryClause>& clauses) const {
  return with_xapian(index_.where(), [&] {
    std::vector<UnitClause> made;
    for (const QueryClause& clause : clauses) {
      UnitClause units;
      for (const QueryTerm& term : clause) units.push_back(unit(term));
      made.push_back(std::move(units));
    }
    join_names(made);
    return made;
  });
}

}  // namespace chiho
