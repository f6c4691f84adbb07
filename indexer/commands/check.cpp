// chiho-index check
#include <fmt/format.h>

#include <cstdint>

#include "corpus/edition_folder.hpp"
#include "indexer/commands/arguments.hpp"
#include "indexer/commands/commands.hpp"

namespace chiho {

int check_command(const CommandLine& line, Lang lang) {
  need_arguments(line, 1, SIZE_MAX, {"版のフォルダ", "edition folders"});
  std::size_t faults = 0;
  for (const auto& dir : line.arguments) {
    const EditionFolder folder = read_edition_folder(dir);
    for (const Fault& fault : folder.faults) print_error(fault.str(lang));
    const Text review{"要確認: ", "to review: "};
    for (Fault note : folder.reviews) {
      note.message = {review.ja + note.message.ja, review.en + note.message.en};
      print(note.str(lang) + "\n");
    }
    faults += folder.faults.size();
    const Text summary{fmt::format("{}: {}件、誤り{}、要確認{}\n", dir, folder.records.size(), folder.faults.size(),
                                   folder.reviews.size()),
                       fmt::format("{}: {} records, {} faults, {} to review\n", dir, folder.records.size(),
                                   folder.faults.size(), folder.reviews.size())};
    print(summary.in(lang));
  }
  return faults == 0 ? 0 : static_cast<int>(ErrorCode::corpus);
}

}  // namespace chiho
