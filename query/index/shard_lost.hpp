// A shard's server that cannot be reached, or went away. Whoever meets it may open the index anew and ask again.
#pragma once

#include <string>

#include "error/error.hpp"

namespace chiho {

class ShardLost : public Error {
 public:
  // `places`: HOST:PORT, several between commas. `index`: the list that names them.
  ShardLost(const std::string& places, const std::string& index);
};

}  // namespace chiho
