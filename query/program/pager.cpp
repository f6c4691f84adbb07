#include "query/program/pager.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include "query/program/command_line.hpp"
#include "query/program/terminal.hpp"

namespace chiho {

namespace {

// The shell's answer to a command that it cannot find or start.
constexpr int not_started = 126;

std::string pager() {
  const char* named = std::getenv("PAGER");
  const std::string command = named == nullptr ? "less" : named;
  return command == "cat" ? "" : command;
}

bool fits_on_screen(const std::string& text) {
  const std::size_t height = terminal_height();
  return height == 0 || static_cast<std::size_t>(std::ranges::count(text, '\n')) < height;
}

// A pager that is left early closes its end: that is no error.
void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

pid_t start(const std::string& pager, const std::array<int, 2>& ends) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_addclose(&files, ends[0]);
  posix_spawn_file_actions_addclose(&files, ends[1]);
  std::string shell = "sh";
  std::string command = pager;
  std::string option = "-c";
  std::array<char*, 4> words{shell.data(), option.data(), command.data(), nullptr};
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, "/bin/sh", &files, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  return failed == 0 ? child : -1;
}

// False if there is no such pager.
bool show_through(const std::string& command, const std::string& text) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return false;
  ::setenv("LESS", "FRX", 0);  // colours; nothing is paged that fits after all; the text stays on the screen
  ::setenv("LV", "-c", 0);
  ::setenv("LESSCHARSET", "utf-8", 0);
  const pid_t child = start(command, ends);
  ::close(ends[0]);
  // The pager is the one to be interrupted: it has the terminal.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGINT, SIG_IGN);
  if (child > 0) write_all(ends[1], text);
  ::close(ends[1]);
  int status = 0;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGINT, SIG_DFL);
  return child > 0 && !(WIFEXITED(status) && WEXITSTATUS(status) >= not_started);
}

}  // namespace

void print_page(const std::string& text) {
  const std::string command = pager();
  if (command.empty() || fits_on_screen(text) || !show_through(command, text)) print(text);
}

}  // namespace chiho
