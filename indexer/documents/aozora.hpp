// Text in the markup of Aozora Bunko: 漢字《かんじ》, ｜, ［＃notes］, a header that explains them, a 底本 footer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dict/told_readings.hpp"

namespace chiho {

struct WithoutMarkup {
  std::string text;
  std::vector<ToldReading> readings;  // the words that had ruby, in order
};

// Text of another kind comes back as it is: only what can be nothing else is taken for markup.
WithoutMarkup without_aozora_markup(std::string_view text);

}  // namespace chiho
