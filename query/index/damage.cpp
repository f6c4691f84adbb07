#include "query/index/damage.hpp"

#include "error/error.hpp"

namespace chiho {

void throw_damaged_record() {
  throw Error(ErrorCode::index, {"索引の中の記録が壊れています。", "a record in the index is damaged"},
              {"chiho-index build で作り直してください。", "Rebuild it with chiho-index build."});
}

}  // namespace chiho
