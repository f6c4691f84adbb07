// A filter asked for what it cannot be. The command says so of its option, a page of its own label: the error carries
// what both need.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/schema.hpp"
#include "error/error.hpp"

namespace chiho {

enum class FilterFault : std::uint8_t { unknown_name, of_another_edition, no_year, no_type, no_edition };

// message() and hint() are the command's.
class FilterError : public Error {
 public:
  // `instead`: what it can be, or is near to.
  FilterError(Field field, FilterFault fault, std::string typed, std::vector<std::string> instead = {});

  [[nodiscard]] Field field() const { return field_; }
  [[nodiscard]] FilterFault fault() const { return fault_; }
  [[nodiscard]] const std::string& typed() const { return typed_; }
  [[nodiscard]] const std::vector<std::string>& instead() const { return instead_; }
  // What is wrong, of `name`: what the filter is called where it was typed.
  [[nodiscard]] Text message_of(const Text& name) const;

 private:
  Field field_;
  FilterFault fault_;
  std::string typed_;
  std::vector<std::string> instead_;
};

}  // namespace chiho
