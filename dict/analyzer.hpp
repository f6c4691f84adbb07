// The one analyzer of index and query: text -> fold -> MeCab -> tokens and compounds.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "dict/token.hpp"

namespace chiho {

// Where the analyzer's data are: MeCab's compiled ipadic (UTF-8) and our own words.
struct DictionaryPaths {
  std::filesystem::path ipadic;  // a folder
  std::filesystem::path words;   // a folder with user.dic, synonyms.txt

  // Beside the running program (../share/chiho-search), else where they were built; ipadic where Debian puts it.
  static DictionaryPaths standard();
};

// Any number of threads may analyze with one Analyzer.
class Analyzer {
 public:
  // Throws Error io when a dictionary is missing, or is not a UTF-8 ipadic.
  explicit Analyzer(const DictionaryPaths& paths = DictionaryPaths::standard());
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // Takes text of any length; what is no UTF-8 becomes U+FFFD.
  [[nodiscard]] Analysis analyze(std::string_view text) const;

  // Changes when anything does that can change an analysis: our rules, our words, ipadic, ICU. Printable ASCII.
  [[nodiscard]] const std::string& fingerprint() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chiho
