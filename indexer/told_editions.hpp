// What JSON Lines tell of an edition: its records name it by id alone, and most of it can be derived from them. What no
// record says (the groups of the needs, other names of audiences, offices outside the directory, series, date, PDF)
// `export` puts behind the text of one of its records, and `build` takes it off again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/edition.hpp"

namespace chiho {

class ToldEditions {
 public:
  // Takes off what stands behind the text, if anything does.
  void take(Record& record);

  // Of the records that were taken, in the order in which they came. What records say themselves is believed: they may
  // have been edited.
  [[nodiscard]] std::vector<Edition> editions() const;

 private:
  struct Told {
    Edition derived;
    std::optional<Edition> rest;
  };
  std::vector<Told> editions_;
};

// For an export: the record of `told` that carries the edition; none where its records alone say all of it.
class Carriers {
 public:
  // `derived` are the editions of all records by themselves.
  Carriers(const std::vector<Edition>& editions, const std::vector<Edition>& derived);

  // Puts the rest of its edition behind the text of the record whose turn it is.
  void load(Record& record);

 private:
  struct Carried {
    Edition edition;
    std::string record;  // id; empty: the first of the edition
    bool done = false;
  };
  std::vector<Carried> carried_;
};

}  // namespace chiho
