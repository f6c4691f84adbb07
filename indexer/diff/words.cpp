#include "indexer/diff/words.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "bytes/utf8.hpp"
#include "dict/sentences.hpp"

namespace chiho {

namespace {

using Parts = std::vector<std::string_view>;

constexpr std::size_t most_sentences = 1000;  // changed ones
constexpr std::size_t most_words = 500;       // changed ones between two sentences that are the same
constexpr double written_anew = 0.34;         // of the words are changed
constexpr std::size_t lost_between = 2;       // letters that stay the same between two changes, and are no landmark

// The text cut where `ends` say; nothing of it is lost.
Parts cut(std::string_view text, const std::vector<std::size_t>& ends) {
  Parts parts;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = std::max(begin, end);
  }
  if (begin < text.size()) parts.push_back(text.substr(begin));
  return parts;
}

Parts sentence_parts(std::string_view text) {
  std::vector<std::size_t> ends;
  for (const Span& sentence : sentences(text)) ends.insert(ends.end(), {sentence.begin, sentence.end});
  return cut(text, ends);
}

Parts word_parts(std::string_view text, const Analyzer& analyzer) {
  const Analysis analysis = analyzer.analyze(text);
  std::vector<std::size_t> ends;
  for (const Token& token : analysis.tokens) {
    const auto word = analysis.folded.source(token.offset, token.offset + token.length);
    ends.insert(ends.end(), {word.begin, word.end});
  }
  return cut(text, ends);
}

class Changes {
 public:
  explicit Changes(const Analyzer& analyzer) : analyzer_(analyzer) {}

  std::vector<Piece> between(const std::string& before, const std::string& after) {
    if (!walk(sentence_parts(before), sentence_parts(after), most_sentences, &Changes::in_words))
      in_words(before, after);
    merge_lost();
    return std::move(pieces_);
  }

 private:
  using Differ = void (Changes::*)(const std::string& removed, const std::string& added);

  void in_words(const std::string& removed, const std::string& added) {
    const Parts a = word_parts(removed, analyzer_);
    const Parts b = word_parts(added, analyzer_);
    const auto share = static_cast<std::size_t>(written_anew * static_cast<double>(a.size() + b.size()));
    if (!walk(a, b, std::min(most_words, share), &Changes::whole)) whole(removed, added);
  }

  void whole(const std::string& removed, const std::string& added) {
    add({Step::removed, removed});
    add({Step::added, added});
  }

  // What is the same, and between it what `differ` makes of the rest. False, and nothing done, where too much differs.
  bool walk(const Parts& a, const Parts& b, std::size_t most, Differ differ) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    const auto numbered = [&](const Parts& parts) {
      std::vector<std::uint32_t> all;
      for (const auto& part : parts)
        all.push_back(numbers.emplace(part, static_cast<std::uint32_t>(numbers.size())).first->second);
      return all;
    };
    const auto steps = shortest_script(numbered(a), numbered(b), most);
    if (!steps) return false;
    std::string removed;
    std::string added;
    const auto end_of_change = [&] {
      if (!removed.empty() || !added.empty()) (this->*differ)(removed, added);
      removed.clear();
      added.clear();
    };
    auto old = a.begin();
    auto fresh = b.begin();
    for (const Step step : *steps) {
      if (step == Step::same) {
        end_of_change();
        add({Step::same, std::string(*fresh)});
      }
      if (step == Step::removed) removed += *old;
      if (step == Step::added) added += *fresh;
      if (step != Step::added) ++old;
      if (step != Step::removed) ++fresh;
    }
    end_of_change();
    return true;
  }

  void add(Piece piece) {
    if (piece.text.empty()) return;
    if (!pieces_.empty() && pieces_.back().step == piece.step)
      pieces_.back().text += piece.text;
    else
      pieces_.push_back(std::move(piece));
  }

  // A particle that stands in both between two changes only breaks them up.
  void merge_lost() {
    std::vector<Piece> all = std::move(pieces_);
    pieces_.clear();
    std::string removed;
    std::string added;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool between = i > 0 && i + 1 < all.size();
      const bool lost = all[i].step == Step::same && between && letters_of(all[i].text).size() <= lost_between;
      if (all[i].step == Step::same && !lost) {
        whole(removed, added);
        add(std::move(all[i]));
        removed.clear();
        added.clear();
        continue;
      }
      if (all[i].step != Step::added) removed += all[i].text;
      if (all[i].step != Step::removed) added += all[i].text;
    }
    whole(removed, added);
  }

  const Analyzer& analyzer_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> changed_words(const std::string& before, const std::string& after, const Analyzer& analyzer) {
  return Changes(analyzer).between(before, after);
}

}  // namespace chiho
