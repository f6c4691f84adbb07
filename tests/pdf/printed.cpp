#include "printed.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "temporary_folder.hpp"

namespace chiho::import_test {
namespace {

using test::TemporaryFolder;

// No object: without_browser() is asked before any is made.
std::string here(const std::string& file) {
  return CHIHO_SOURCE_DIR "/tests/pdf/" + file;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

int exit_code(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

bool without_browser() {
  constexpr int skipped = 77;
  static const bool without = exit_code(here("print.sh ") + CHIHO_PDF_DIR " >/dev/null 2>&1") == skipped;
  return without;
}

std::string printed(std::string_view name) {
  const std::string html = here("layouts/") + std::string(name) + ".html";
  REQUIRE(exit_code(here("print.sh ") + CHIHO_PDF_DIR " " + html) == 0);
  return bytes_of(std::filesystem::path(CHIHO_PDF_DIR) / (std::string(name) + ".pdf"));
}

std::string printed_html(std::string_view html) {
  const TemporaryFolder folder;
  const std::string style = "<link rel=\"stylesheet\" href=\"file://" + here("layouts/style.css") + "\">\n";
  folder.write("out.html", "<!doctype html>\n<meta charset=\"utf-8\">\n" + style + std::string(html));
  const std::string dir = folder.path().string();
  REQUIRE(exit_code(here("print.sh ") + dir + " " + dir + "/out.html") == 0);
  return bytes_of(folder.path() / "out.pdf");
}

std::string through_qpdf(std::string_view pdf, const std::string& arguments) {
  const TemporaryFolder folder;
  folder.write("in.pdf", std::string(pdf));
  const std::string dir = folder.path().string();
  REQUIRE_MESSAGE(exit_code("qpdf " + arguments + " " + dir + "/in.pdf " + dir + "/out.pdf") == 0,
                  "the tests need TEST_PACKAGES of Makefile.ci");
  return bytes_of(folder.path() / "out.pdf");
}

std::string with_page_labels(std::string_view pdf, std::string_view labels) {
  const std::string catalog = "/Type /Catalog";
  std::string text = through_qpdf(pdf, "--qdf --object-streams=disable");
  const std::size_t at = text.find(catalog);
  REQUIRE(at != std::string::npos);
  text.insert(at + catalog.size(), " /PageLabels << /Nums [ " + std::string(labels) + " ] >>");
  const TemporaryFolder folder;
  folder.write("in.pdf", text);
  const std::string file = (folder.path() / "in.pdf").string();
  REQUIRE(exit_code("fix-qdf " + file + " > " + file + ".fixed") == 0);
  return bytes_of(file + ".fixed");
}

}  // namespace chiho::import_test
