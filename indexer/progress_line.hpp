// One line on a terminal that tells how far a build is.
#pragma once

#include <chrono>
#include <string>

#include "error/error.hpp"
#include "indexer/writer.hpp"

namespace chiho {

// 1200 / 3000 件  2.3 MB/s  残り 0:05. No speed and no time left before there is any to speak of.
std::string progress_line(const Progress& progress, std::chrono::duration<double> since, Lang lang);

}  // namespace chiho
