// compare_editions REFERENCE FOUND: every fact that only one of two edition folders has, and the share right by kind.
// Exit 0 where at least 98 % agree, else 1; 2 for a wrong command line, 5 for a folder that cannot be read.
#include <fmt/format.h>

#include <cstdio>

#include "edition_facts.hpp"
#include "error/error.hpp"

namespace {

using namespace chiho;
using import_test::Comparison;
using import_test::Count;
using import_test::Fact;

constexpr double enough = 0.98;

void print_share(const std::string& kind, const Count& count) {
  fmt::print("{:<12} {:>6.2f} %  right {:>4}  missing {:>3}  extra {:>3}\n", kind, count.share_right() * 100,
             count.right, count.missing, count.extra);
}

int compare(const char* reference, const char* found) {
  const Comparison comparison = import_test::compare_facts(read_edition_folder(reference), read_edition_folder(found));
  for (const Fact& fact : comparison.missing) fmt::print("missing  {}\n", fact.str());
  for (const Fact& fact : comparison.extra) fmt::print("extra    {}\n", fact.str());
  for (const auto& [kind, count] : comparison.by_kind) print_share(kind, count);
  print_share("all", {comparison.right, comparison.missing.size(), comparison.extra.size()});
  return comparison.share_right() >= enough ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: compare_editions REFERENCE FOUND (edition folders)\n");
    return 2;
  }
  try {
    return compare(argv[1], argv[2]);
  } catch (const Error& error) {
    fmt::print(stderr, "compare_editions: {}\n", error.message().en);
    return 5;
  }
}
