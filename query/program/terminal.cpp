#include "query/program/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

#include "bytes/utf8.hpp"

namespace chiho {

namespace {

// U+0080 to U+009F are those that terminals take for escape sequences too.
bool is_control(char32_t letter) {
  return (letter < 0x20 && letter != U'\n') || (letter >= 0x7F && letter < 0xA0);
}

// What a terminal has that does not say.
constexpr winsize usual{24, 80, 0, 0};

winsize size() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) != 1) return size;
  const bool said = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
  return said ? size : usual;
}

}  // namespace

std::size_t terminal_width() {
  return size().ws_col;
}

std::size_t terminal_height() {
  return size().ws_row;
}

bool use_color(std::string_view wanted) {
  if (wanted != "auto") return wanted == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

std::string for_terminal(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t letter = next_letter(text, at); !is_control(letter)) append_letter(safe, letter);
  return safe;
}

}  // namespace chiho
