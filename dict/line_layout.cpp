#include "dict/line_layout.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <memory>

namespace chiho {

namespace {

std::size_t width_of(UChar32 letter) {
  switch (u_charType(letter)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  switch (u_getIntPropertyValue(letter, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
    case U_EA_AMBIGUOUS:
      return 2;
    default:
      return 1;
  }
}

// None if ICU has no rules for lines, which its library always carries.
std::unique_ptr<icu::BreakIterator> make_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createLineInstance(icu::Locale("ja@lb=strict"), status));
  return U_SUCCESS(status) ? std::move(made) : nullptr;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) width += width_of(text.char32At(at));
  return width;
}

std::vector<std::size_t> line_breaks(std::string_view utf8) {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = make_iterator();
  std::vector<std::size_t> breaks;
  UErrorCode status = U_ZERO_ERROR;
  UText* text = utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  if (iterator && U_SUCCESS(status)) {
    iterator->setText(text, status);
    for (auto at = iterator->next(); U_SUCCESS(status) && at != icu::BreakIterator::DONE; at = iterator->next())
      breaks.push_back(static_cast<std::size_t>(at));
  }
  utext_close(text);
  if (breaks.empty() || breaks.back() != utf8.size()) breaks.push_back(utf8.size());
  return breaks;
}

}  // namespace chiho
