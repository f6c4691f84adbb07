// The one error type of the project, in the two languages it speaks. A target of its own, so that corpus and dict can
// share it without seeing each other.
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace chiho {

enum class Lang { ja, en };

// A sentence for people, in both languages. UTF-8.
struct Text {
  std::string ja;
  std::string en;

  [[nodiscard]] const std::string& in(Lang lang) const { return lang == Lang::ja ? ja : en; }
  [[nodiscard]] bool empty() const { return ja.empty(); }
};

// The value is the exit code of the programs.
enum class ErrorCode {
  usage = 2,   // a command line or a query that cannot be understood
  index = 3,   // an index missing, damaged or made by another analyzer
  corpus = 4,  // records that break their own rules
  io = 5,      // the machine: files, memory, a library that failed
  interrupted = 130
};

class Error : public std::exception {
 public:
  Error(ErrorCode code, Text message, Text hint = {})
      : code_(code), message_(std::move(message)), hint_(std::move(hint)) {}

  [[nodiscard]] ErrorCode code() const { return code_; }
  [[nodiscard]] const Text& message() const { return message_; }
  [[nodiscard]] const Text& hint() const { return hint_; }
  // For logs and test failures; people are shown message() and hint().
  [[nodiscard]] const char* what() const noexcept override { return message_.en.c_str(); }

 private:
  ErrorCode code_;
  Text message_;
  Text hint_;
};

}  // namespace chiho
