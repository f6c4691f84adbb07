#include "query/search/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "bytes/utf8.hpp"
#include "dict/normalize.hpp"

namespace chiho {

namespace {

constexpr std::array<std::string_view, 10> spaces{" ",  "\t",     "\n",     "\r",     "\f",
                                                  "\v", "\u3000", "\u00A0", "\u2002", "\u2003"};
constexpr std::array<std::string_view, 4> quotes{"\"", "\u201C", "\u201D", "\uFF02"};
constexpr std::array<std::string_view, 3> minus_signs{"-", "\uFF0D", "\u2212"};
constexpr std::array<std::string_view, 2> colons{":", "\uFF1A"};
constexpr std::array<Field, 6> query_fields{Field::office, Field::audience, Field::scheme,
                                            Field::year,   Field::need,     Field::title};

// Takes one of `marks` off the front of `text`.
template <std::size_t N>
bool skip(std::string_view& text, const std::array<std::string_view, N>& marks) {
  for (const auto mark : marks)
    if (text.starts_with(mark)) {
      text.remove_prefix(mark.size());
      return true;
    }
  return false;
}

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::array<std::string_view, N>& marks) {
  return skip(text, marks);
}

// Takes everything up to one of `marks` off the front of `text`.
template <std::size_t N>
std::string take_until(std::string_view& text, const std::array<std::string_view, N>& marks) {
  std::string taken;
  while (!text.empty() && !starts_with_any(text, marks)) {
    taken += text.front();
    text.remove_prefix(1);
  }
  return taken;
}

std::optional<Field> take_field(std::string_view& text) {
  for (const Field field : query_fields) {
    std::string_view rest = text;
    if (!rest.starts_with(info(field).key)) continue;
    rest.remove_prefix(info(field).key.size());
    if (!skip(rest, colons) || rest.empty() || starts_with_any(rest, spaces)) continue;
    text = rest;
    return field;
  }
  return std::nullopt;
}

QueryTerm take_term(std::string_view& text) {
  QueryTerm term;
  std::string_view rest = text;
  if (skip(rest, minus_signs) && !rest.empty() && !starts_with_any(rest, spaces)) {
    term.exclude = true;
    text = rest;
  }
  term.field = take_field(text);
  if (!skip(text, quotes)) {
    term.text = take_until(text, spaces);
    return term;
  }
  term.phrase = true;
  term.text = take_until(text, quotes);
  if (!skip(text, quotes))
    throw Error(
        ErrorCode::usage,
        {fmt::format("引用符が閉じていません: \"{}", term.text), fmt::format("unclosed quote: \"{}", term.text)},
        {"語句の終わりにも \" を付けてください。", "Close the phrase with another \"."});
  return term;
}

void check(std::string_view text) {
  if (text.size() > longest_query)
    throw Error(ErrorCode::usage,
                {fmt::format("検索語が長すぎます（{}バイト、{}バイトまで）", text.size(), longest_query),
                 fmt::format("the query is too long ({} bytes; {} at most)", text.size(), longest_query)},
                {"語を選んで短くしてください。", "Shorten it to the words that matter."});
  if (!is_utf8(text))
    throw Error(ErrorCode::usage, {"検索語が UTF-8 ではありません。", "the query is not valid UTF-8"},
                {"端末の文字コードを UTF-8 にしてください。", "Set the terminal to UTF-8."});
}

bool is_or(const QueryTerm& term) {
  return term.text == "OR" && !term.phrase && !term.field && !term.exclude;
}

// An OR with nothing on one side is the word.
std::vector<QueryClause> join_alternatives(const std::vector<QueryTerm>& terms) {
  std::vector<QueryClause> clauses;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const bool joins = is_or(terms[i]) && !clauses.empty() && i + 1 < terms.size() && !is_or(terms[i + 1]);
    if (joins)
      clauses.back().push_back(terms[++i]);
    else
      clauses.push_back({terms[i]});
  }
  return clauses;
}

bool is_plain(const QueryClause& clause) {
  return clause.size() == 1 && !clause.front().phrase && !clause.front().exclude && !clause.front().field;
}

void drop_repeats(std::vector<QueryClause>& clauses) {
  std::vector<QueryClause> kept;
  std::set<std::string> seen;  // of plain words, of which there may be many
  std::size_t others = 0;
  for (QueryClause& clause : clauses) {
    if (is_plain(clause)) {
      if (!seen.insert(clause.front().text).second) continue;
    } else {
      if (others > most_terms) break;  // too many, repeats or not
      if (std::ranges::find(kept, clause) != kept.end()) continue;
      ++others;
    }
    kept.push_back(std::move(clause));
  }
  clauses = std::move(kept);
}

// The plain words of a pasted text become one term, where the first of them stood.
void join_pasted(std::vector<QueryClause>& clauses) {
  std::size_t words = 0;
  std::size_t bytes = 0;
  for (const QueryClause& clause : clauses)
    if (is_plain(clause)) {
      ++words;
      bytes += clause.front().text.size();
    }
  if (words < 2 || (words <= most_typed && bytes <= longest_typed)) return;
  std::vector<QueryClause> joined;
  std::optional<std::size_t> text;
  for (QueryClause& clause : clauses) {
    if (text && is_plain(clause)) {
      joined[*text].front().text += ' ' + clause.front().text;
      continue;
    }
    if (is_plain(clause)) text = joined.size();
    joined.push_back(std::move(clause));
  }
  clauses = std::move(joined);
}

std::size_t count_terms(const std::vector<QueryClause>& clauses) {
  std::size_t terms = 0;
  for (const QueryClause& clause : clauses) terms += clause.size();
  return terms;
}

}  // namespace

std::vector<QueryClause> parse_query(std::string_view text) {
  check(text);
  std::vector<QueryTerm> terms;
  while (true) {
    while (skip(text, spaces)) {
    }
    if (text.empty()) break;
    QueryTerm term = take_term(text);
    if (!term.text.empty()) terms.push_back(std::move(term));
  }
  std::vector<QueryClause> clauses = join_alternatives(terms);
  drop_repeats(clauses);
  join_pasted(clauses);
  if (count_terms(clauses) > most_terms)
    throw Error(ErrorCode::usage,
                {fmt::format("語句や除く語、OR が多すぎます（{}まで）", most_terms),
                 fmt::format("too many phrases, exclusions or alternatives ({} at most)", most_terms)},
                {"選んで減らしてください。文はそのまま貼れます。", "Choose fewer. A text can be pasted as it is."});
  return clauses;
}

}  // namespace chiho
