// What is said of an index whose contents cannot be what was written.
#pragma once

namespace chiho {

// Throws Error index.
[[noreturn]] void throw_damaged_record();

}  // namespace chiho
