// The controlled names of one kind (offices, audiences, needs, schemes) with the aliases that stand for them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/file_faults.hpp"
#include "corpus/schema.hpp"

namespace chiho {

class ControlledNames {
 public:
  explicit ControlledNames(Field field) : field_(field) {}

  // A name or alias given twice is a fault.
  void add(const Located<std::string>& name, const std::vector<Located<std::string>>& aliases, FileFaults& faults);
  // Where the names could not be read, what is unknown is not for us to say.
  void accept_unknown() { accepts_unknown_ = true; }
  // The first unknown name that was accepted; empty where there was none.
  [[nodiscard]] const std::string& first_unknown() const { return first_unknown_; }

  // The controlled name of a name or alias; null where it is unknown.
  [[nodiscard]] const std::string* find(std::string_view name) const;
  // The same; what is unknown is a fault and left out.
  const std::string* resolve(const Located<std::string>& name, FileFaults& faults) const;
  // The same for a list; one that is named twice is a fault too.
  std::vector<std::string> resolve(const std::vector<Located<std::string>>& names, FileFaults& faults) const;

 private:
  [[nodiscard]] Text meant_by(const std::string& unknown) const;
  void add_one(const Located<std::string>& name, const std::string& controlled, FileFaults& faults);

  Field field_;
  bool accepts_unknown_ = false;
  std::map<std::string, std::string, std::less<>> controlled_;  // by name and by alias
  std::vector<std::string> known_;                              // names and aliases in the order of the file
  mutable std::size_t comparisons_ = 0;                         // spent on finding out what was meant
  mutable std::string first_unknown_;
};

}  // namespace chiho
