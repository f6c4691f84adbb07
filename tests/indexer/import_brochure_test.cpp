// The importer against the digest, which was made by reading. The brochure itself is not in the repository: name its
// text in the folder that CHIHO_TEST_DATA names.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "../corpus/temporary_folder.hpp"
#include "edition_facts.hpp"
#include "import/import.hpp"

using namespace chiho;
using corpus_test::TemporaryFolder;

namespace {

const std::filesystem::path source_dir = CHIHO_SOURCE_DIR;

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("what is imported from the brochure of 2018-07 agrees with the digest") {
  const char* data = std::getenv("CHIHO_TEST_DATA");
  if (data == nullptr) {
    MESSAGE("skipped: CHIHO_TEST_DATA is not set");
    return;
  }
  const auto corrections = read_corrections((source_dir / "corpus/corrections/2018-07.toml").string());
  const Imported imported =
      import_brochure(text_of(std::filesystem::path(data) / "brochure" / "2018-07.txt"), "2018-07", corrections);
  for (const Text& note : imported.notes) MESSAGE("note: " << note.en);

  const TemporaryFolder folder;
  const auto dir = folder.path() / "2018-07";
  write_edition_folder(dir, imported.edition, imported.records);
  const EditionFolder found = read_edition_folder(dir);
  for (const Fault& fault : found.faults) MESSAGE("fault: " << fault.str(Lang::en));
  CHECK(found.faults.empty());

  const EditionFolder truth = read_edition_folder(source_dir / "corpus/2018-07");
  const import_test::Comparison comparison = import_test::compare_facts(truth, found);
  for (const auto& fact : comparison.missing) MESSAGE("missing: " << fact.str());
  for (const auto& fact : comparison.extra) MESSAGE("extra: " << fact.str());
  MESSAGE(comparison.right << " facts right, " << comparison.share_right() * 100 << " %");
  CHECK(comparison.share_right() >= 0.97);
  CHECK(imported.edition.contact == truth.edition.contact);
  CHECK(imported.edition.last_page == truth.edition.last_page);
  CHECK(imported.edition.date == truth.edition.date);
}
