#include "query/web/access_log.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "error/error.hpp"

namespace chiho::web {

namespace {

constexpr std::size_t longest_part = 2000;

std::string as_logged(std::string_view text) {
  std::string safe;
  for (const char c : text.substr(0, longest_part)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      safe += fmt::format("\\{}", c);
    else if (byte < 0x20 || byte >= 0x7F)
      safe += fmt::format("\\x{:02X}", byte);
    else
      safe += c;
  }
  return safe.empty() ? "-" : safe;
}

}  // namespace

std::string log_line(const LogEntry& entry, std::time_t when) {
  std::tm local{};
  ::localtime_r(&when, &local);
  const std::string request =
      entry.method.empty() ? "-" : as_logged(fmt::format("{} {} {}", entry.method, entry.target, entry.version));
  return fmt::format("{} - - [{:%d/%b/%Y:%H:%M:%S %z}] \"{}\" {} {} \"{}\" \"{}\"\n",
                     entry.remote.empty() ? "-" : entry.remote, local, request, entry.status,
                     entry.bytes == 0 ? "-" : std::to_string(entry.bytes), as_logged(entry.referer),
                     as_logged(entry.user_agent));
}

AccessLog::AccessLog(std::filesystem::path file) : file_(std::move(file)), descriptor_(open()) {}

AccessLog::~AccessLog() {
  if (!file_.empty()) ::close(descriptor_);
}

int AccessLog::open() const {
  if (file_.empty()) return STDERR_FILENO;
  const int descriptor = ::open(file_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
  if (descriptor >= 0) return descriptor;
  throw Error(ErrorCode::io,
              {fmt::format("{} に書けません: {}", file_.string(), std::strerror(errno)),
               fmt::format("cannot write {}: {}", file_.string(), std::strerror(errno))},
              {"--access-log で別の場所を指定してください。", "Name another place by --access-log."});
}

// The descriptor keeps its number, so that no thread ever writes to a closed one.
void AccessLog::reopen() {
  if (file_.empty()) return;
  try {
    const int fresh = open();
    ::dup3(fresh, descriptor_, O_CLOEXEC);
    ::close(fresh);
  } catch (const Error&) {
    return;  // the old file goes on
  }
}

// A log that cannot be written is no reason to refuse a page.
void AccessLog::write(const LogEntry& entry) const {
  const std::string line = log_line(entry, std::time(nullptr));
  [[maybe_unused]] const auto written = ::write(descriptor_, line.data(), line.size());
}

}  // namespace chiho::web
