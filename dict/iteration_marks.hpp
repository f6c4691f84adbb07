// Iteration marks: 々 stands for the kanji before it, ゝ and ゞ for the kana. Those of kana are folded away; 々 is
// kept, for the dictionary knows words with it (人々), and is sought in both spellings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// What ゝ ゞ ヽ ヾ say after a kana; the letter itself where it is no such mark, or stands after none.
char32_t repeated_kana(char32_t letter, char32_t before);

// A folded text with every 々 written out, and with every kanji that is repeated written as 々: of 時々 時時, of 時時
// 時々, of 年々増加 年年増加. Without the text itself.
std::vector<std::string> iteration_spellings(std::string_view folded);

}  // namespace chiho
