// Okurigana: the kana that a word shows between and after its kanji, or leaves out: 受け入れ, 受入れ, 受入.
//
// Two spellings are one word if their kanji are the same, in the same order, and they sound the same. The sound keeps
// 生む from 生まれる, and 入る from 入れる. A verb is also the noun that its stem is (申し込む, 申込み), but only with
// two kanji or more: 話 (a story) is not 話す.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// The kanji of a folded word in kanji and hiragana; empty where it has none, or any other letter.
std::string kanji_of(std::string_view folded);

// How the base form of a predicate sounds, from a form of it that stands in a text and that form's reading:
// 申し込ん, モウシコン, 申し込む: モウシコム. Empty where that cannot be told.
std::string base_reading(std::string_view surface, std::string_view reading, std::string_view base);

// How the noun may sound that is the stem of a verb of two kanji or more: 申し込む: モウシコミ; for る either of
// ウケイレ and ウケイレリ, of which one is no word. Empty for other words.
std::vector<std::string> stem_readings(std::string_view base, std::string_view base_reading);

}  // namespace chiho
