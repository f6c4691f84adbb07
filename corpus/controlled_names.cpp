#include "corpus/controlled_names.hpp"

#include <set>

#include "corpus/nearest.hpp"

namespace chiho {

void ControlledNames::add_one(const Located<std::string>& name, const std::string& controlled, FileFaults& faults) {
  if (name.value.empty()) return;
  const auto [found, is_new] = controlled_.emplace(name.value, controlled);
  if (is_new) {
    known_.push_back(name.value);
    return;
  }
  const FieldInfo& kind = info(field_);
  const std::string twice = shown(name.value);
  const std::string other = shown(found->second);
  faults.add(name.at,
             {std::string(kind.ja) + "「" + twice + "」が二度定義されています（「" + other + "」の名前または別名）",
              std::string(kind.key) + " \"" + twice + "\" is defined twice (it names \"" + other + "\")"});
}

void ControlledNames::add(const Located<std::string>& name, const std::vector<Located<std::string>>& aliases,
                          FileFaults& faults) {
  add_one(name, name.value, faults);
  for (const auto& alias : aliases) add_one(alias, name.value, faults);
}

const std::string* ControlledNames::find(std::string_view name) const {
  const auto found = controlled_.find(name);
  return found == controlled_.end() ? nullptr : &found->second;
}

// A file of a hundred thousand unknown names gets no hundred thousand guesses.
Text ControlledNames::meant_by(const std::string& unknown) const {
  constexpr std::size_t most = 1'000'000;
  comparisons_ += known_.size();
  return comparisons_ > most ? Text{} : did_you_mean(nearest(unknown, known_));
}

const std::string* ControlledNames::resolve(const Located<std::string>& name, FileFaults& faults) const {
  const std::string* controlled = find(name.value);
  if (controlled != nullptr) return controlled;
  if (accepts_unknown_) {
    if (first_unknown_.empty()) first_unknown_ = name.value;
    return nullptr;
  }
  const FieldInfo& kind = info(field_);
  const std::string unknown = shown(name.value);
  faults.add(name.at,
             {std::string(kind.ja) + "「" + unknown + "」は定義されていません",
              "unknown " + std::string(kind.key) + " \"" + unknown + "\""},
             meant_by(name.value));
  return nullptr;
}

std::vector<std::string> ControlledNames::resolve(const std::vector<Located<std::string>>& names,
                                                  FileFaults& faults) const {
  std::vector<std::string> resolved;
  std::set<std::string> seen;
  for (const auto& name : names) {
    const std::string* controlled = resolve(name, faults);
    if (controlled == nullptr) continue;
    if (seen.insert(*controlled).second) {
      resolved.push_back(*controlled);
      continue;
    }
    const FieldInfo& kind = info(field_);
    const std::string twice = shown(*controlled);
    faults.add(name.at, {std::string(kind.ja) + "「" + twice + "」が二度書かれています",
                         std::string(kind.key) + " \"" + twice + "\" is given twice"});
  }
  return resolved;
}

}  // namespace chiho
