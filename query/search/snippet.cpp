#include "query/search/snippet.hpp"

#include <algorithm>
#include <set>

#include "bytes/utf8.hpp"
#include "dict/sentences.hpp"

namespace chiho {

namespace {

constexpr std::string_view ellipsis = "…";

std::size_t distinct_words(const std::vector<Match>& matches, Span span) {
  std::set<std::size_t> words;
  for (auto match = std::ranges::lower_bound(matches, span.begin, {}, &Match::begin);
       match != matches.end() && match->begin < span.end; ++match)
    if (match->end <= span.end) words.insert(match->word);
  return words.size();
}

// How far the sentences from `first` on make one snippet: to the end of the paragraph, and past it only for words that
// are not yet there; never over the longest snippet.
Span extend(const std::string& text, const std::vector<Match>& matches, const std::vector<Span>& all,
            std::size_t first) {
  Span span = all[first];
  for (std::size_t next = first + 1; next < all.size(); ++next) {
    const Span wider{span.begin, all[next].end};
    const bool new_paragraph =
        std::string_view(text).substr(span.end, all[next].begin - span.end).find('\n') != std::string_view::npos;
    if (new_paragraph && distinct_words(matches, wider) == distinct_words(matches, span)) break;
    if (letter_count(std::string_view(text).substr(wider.begin, wider.end - wider.begin)) > longest_snippet) break;
    span = wider;
  }
  return span;
}

// The sentences that hold the most words; of equals those that begin with one, then the first.
Span best_sentences(const std::string& text, const std::vector<Match>& matches) {
  const std::vector<Span> all = sentences(text);
  if (all.empty()) return {0, text.size()};
  Span best = all.front();
  std::size_t best_score = 0;
  for (std::size_t first = 0; first < all.size(); ++first) {
    const Span span = extend(text, matches, all, first);
    const std::size_t score = 2 * distinct_words(matches, span) + (distinct_words(matches, all[first]) > 0 ? 1 : 0);
    if (score > best_score || first == 0) {
      best = span;
      best_score = score;
    }
  }
  return best;
}

// Where a text may be cut without cutting a word: the source offsets of the tokens in the span, and its end.
std::vector<std::size_t> cuts(const MatchedPassage& matched, Span span) {
  std::vector<std::size_t> at{span.begin};
  for (const StoredToken& token : matched.tokens) {
    const auto range = matched.folded.source(token.offset, token.offset + token.length);
    if (range.begin > at.back() && range.begin < span.end) at.push_back(range.begin);
  }
  at.push_back(span.end);
  return at;
}

// A sentence too long to show whole: a window of it around its first match, grown word by word.
Span shorten(const MatchedPassage& matched, Span span) {
  const std::string& text = matched.passage.text;
  const auto length = [&](std::size_t begin, std::size_t end) {
    return letter_count(std::string_view(text).substr(begin, end - begin));
  };
  if (length(span.begin, span.end) <= longest_snippet * 2) return span;
  const auto inside = [&](const Match& match) { return match.begin >= span.begin && match.end <= span.end; };
  const auto match = std::ranges::find_if(matched.matches, inside);
  Span window{span.begin, span.begin};
  if (match != matched.matches.end()) window = {match->begin, match->end};
  const std::vector<std::size_t> at = cuts(matched, span);
  std::size_t size = length(window.begin, window.end);
  const std::size_t before = size + longest_snippet / 3;
  for (auto cut = std::ranges::lower_bound(at, window.begin); cut != at.begin();) {
    size += length(*std::prev(cut), window.begin);
    if (size > before) break;
    window.begin = *--cut;
  }
  size = length(window.begin, window.end);
  for (auto cut = std::ranges::upper_bound(at, window.end); cut != at.end(); ++cut) {
    size += length(window.end, *cut);
    if (size > longest_snippet) break;
    window.end = *cut;
  }
  return window.begin == window.end ? Span{span.begin, at[std::min<std::size_t>(1, at.size() - 1)]} : window;
}

std::vector<Highlight> highlights(const std::string& text, Span window, std::size_t shift,
                                  const std::vector<Match>& matches) {
  std::vector<Highlight> marked;
  for (const Match& match : matches) {
    if (match.begin < window.begin || match.end > window.end || match.begin == match.end) continue;
    const auto at = [&](std::size_t byte) {
      return shift + letter_count(std::string_view(text).substr(window.begin, byte - window.begin));
    };
    const Highlight next{at(match.begin), at(match.end)};
    if (!marked.empty() && next.begin <= marked.back().end)
      marked.back().end = std::max(marked.back().end, next.end);
    else
      marked.push_back(next);
  }
  return marked;
}

// A text with words of the query in it is shown before one without; the description before all else.
const MatchedPassage* best_passage(const std::vector<MatchedPassage>& passages) {
  const MatchedPassage* best = nullptr;
  std::size_t most = 0;
  for (const MatchedPassage& matched : passages) {
    const Field field = matched.passage.field;
    if (field != Field::text && field != Field::procedure && field != Field::need && field != Field::phone) continue;
    const std::size_t words = distinct_words(matched.matches, {0, matched.passage.text.size()});
    if (best == nullptr || words > most) {
      best = &matched;
      most = words;
    }
  }
  return best;
}

// Line ends inside a snippet are shown as spaces; each is one letter either way.
std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

}  // namespace

Snippet make_snippet(const std::vector<MatchedPassage>& passages, std::size_t words) {
  const MatchedPassage* matched = best_passage(passages);
  if (matched == nullptr) return {};
  const std::string& text = matched->passage.text;
  const Span sentences = words == 0 ? best_sentences(text, {}) : best_sentences(text, matched->matches);
  const Span window = shorten(*matched, sentences);
  const bool cut_before = window.begin > sentences.begin;
  const bool cut_after = window.end < sentences.end;
  Snippet snippet;
  if (cut_before) snippet.text = ellipsis;
  snippet.text += on_one_line(text.substr(window.begin, window.end - window.begin));
  if (cut_after) snippet.text += ellipsis;
  snippet.highlights = highlights(text, window, cut_before ? 1 : 0, matched->matches);
  return snippet;
}

}  // namespace chiho
