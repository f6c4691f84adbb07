// Any address is a state or none; a state's own address leads back to it. No log line holds two.
#include <cstdlib>

#include "error/error.hpp"
#include "query/web/access_log.hpp"
#include "query/web/language.hpp"
#include "query/web/listen_address.hpp"
#include "query/web/page_request.hpp"

using namespace chiho::web;

namespace {

void check_state(const Target& target) try {
  const Parameters parameters = parameters_of(page_request(target.parameters));
  const auto again = target_of(Address::local(target.path, parameters).text());
  if (!again || again->path != target.path || parameters_of(page_request(again->parameters)) != parameters)
    std::abort();
} catch (const chiho::Error&) {
  return;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (const auto target = target_of(text)) check_state(*target);
  preferred_language(text);
  const std::string line = log_line({"::1", text, text, text, 200, 1, text, text}, 0);
  if (line.substr(line.find('"')).find('\n') != line.size() - line.find('"') - 1) std::abort();
  if (Html::escaped(text).text().find_first_of("<>\"'") != std::string::npos) std::abort();
  try {
    static_cast<void>(listen_address(text));
  } catch (const chiho::Error&) {
    return 0;
  }
  return 0;
}
