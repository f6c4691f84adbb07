// The one place where Xapian's errors become ours.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "error/error.hpp"

namespace chiho {

[[noreturn]] void rethrow_xapian(const Xapian::Error& error, const std::string& where);

// Runs `work`; `where` is the index or file that a failure is reported of.
template <typename Work>
decltype(auto) with_xapian(const std::string& where, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    rethrow_xapian(error, where);
  }
}

[[noreturn]] void rethrow_xapian_writing(const std::string& where);

// The same while an index is written, where every failure is one of the machine: disk, permissions.
template <typename Work>
decltype(auto) with_xapian_writing(const std::string& where, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error&) {
    rethrow_xapian_writing(where);
  }
}

}  // namespace chiho
