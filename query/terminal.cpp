#include "query/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace chiho {

namespace {

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
}

// U+0080 to U+009F, which terminals take for escape sequences too.
bool begins_c1(std::string_view text, std::size_t at) {
  return text[at] == '\xC2' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
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
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_c1(text, i))
      ++i;
    else if (!is_control(text[i]))
      safe += text[i];
  }
  return safe;
}

}  // namespace chiho
