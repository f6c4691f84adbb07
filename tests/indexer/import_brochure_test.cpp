// The importer against the digest, which was made by reading.
#include <doctest/doctest.h>

#include <filesystem>

#include "edition_facts.hpp"
#include "import/import.hpp"
#include "real_brochure.hpp"
#include "temporary_folder.hpp"

using namespace chiho;
using test::TemporaryFolder;

namespace {

const std::filesystem::path source_dir = CHIHO_SOURCE_DIR;

}  // namespace

TEST_CASE("what is imported from the brochure of 2018-07 agrees with the digest") {
  const auto text = import_test::real_brochure();
  if (!text) return;
  const Imported imported = import_brochure(*text, "2018-07", import_test::real_corrections());
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
  CHECK(comparison.share_right() >= 0.98);
  CHECK(imported.edition.contact == truth.edition.contact);
  CHECK(imported.edition.last_page == truth.edition.last_page);
  CHECK(imported.edition.date == truth.edition.date);
}
