// Synonyms: what else a word may be called. A file that a librarian can edit (words/synonyms.txt says how).
#pragma once

#include <cstddef>
#include <filesystem>
#include <istream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chiho {

// Lines of the file:
//   政府開発援助 = ODA = 開発援助         each finds the others
//   小学生 > 小中高生, 小中学生            the left finds the right, not the other way round
//   # comment
class Synonyms {
 public:
  Synonyms() = default;

  // Adds the lines of a file to what is known. `name` stands in errors. Throws Error usage with name:line.
  void read(std::istream& in, const std::string& name);
  void read(const std::filesystem::path& file);  // throws Error io too

  // Other names of a word or phrase (folded or not), folded, in the order of the file, without itself. Empty if none.
  [[nodiscard]] std::vector<std::string> of(std::string_view word) const;

 private:
  std::vector<std::vector<std::string>> sides_;                      // what the lines have on the right
  std::unordered_map<std::string, std::vector<std::size_t>> finds_;  // the lines that have a name on the left
};

}  // namespace chiho
