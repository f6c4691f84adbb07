#include "laid_out.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "../corpus/temporary_folder.hpp"

namespace chiho::import_test {
namespace {

using corpus_test::TemporaryFolder;
using Lines = std::vector<std::string>;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

Lines lines_of(std::string_view text) {
  Lines lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Lines cells_of(const std::string& row) {
  Lines cells;
  std::istringstream in(row);
  for (std::string cell; std::getline(in, cell, '\t');)
    if (!cell.empty()) cells.push_back(cell);
  return cells;
}

bool is_rule(const std::string& line) {
  return line.find_first_not_of("- \t") == std::string::npos;
}

bool is_entry(const std::string& cell) {
  return cell.starts_with("●");
}

// "連絡先", "", "主な対象", "", "value value": two columns that a converter merged.
bool are_merged(const Lines& lines, std::size_t at) {
  return at + 4 < lines.size() && lines[at] == "連絡先" && lines[at + 2] == "主な対象" &&
         lines[at + 4].find(' ') != std::string::npos;
}

std::string merged(const Lines& lines, std::size_t at) {
  std::string values = lines[at + 4];
  values.replace(values.find(' '), 1, " | ");
  return "@row " + lines[at] + " | " + lines[at + 2] + "\n@row " + values + "\n";
}

// Converters leave three blank lines where a picture was.
bool is_picture(const Lines& lines, std::size_t at) {
  return at + 2 < lines.size() && lines[at].empty() && lines[at + 1].empty() && lines[at + 2].empty();
}

// The directory: entries on the left, then entries on the right, each with its name and what it can be reached by.
std::string directory(const Lines& lines, std::size_t from) {
  std::string left;
  std::string right;
  for (std::size_t i = from; i < lines.size(); ++i) {
    std::string* side = &left;
    bool first = true;
    for (const std::string& cell : cells_of(lines[i])) {
      if (is_entry(cell) && !first) side = &right;
      *side += cell + "\n";
      first = false;
    }
  }
  return "@single\n@columns\n" + left + "@next\n" + right;
}

}  // namespace

std::string laid_out(std::string_view description) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "out.pdf";
  const std::string command = "/usr/bin/python3 " CHIHO_SOURCE_DIR "/tests/indexer/lay_out.py " + file.string();
  std::FILE* pipe = ::popen(command.c_str(), "w");
  REQUIRE(pipe != nullptr);
  std::fwrite(description.data(), 1, description.size(), pipe);
  REQUIRE_MESSAGE(::pclose(pipe) == 0, "the tests need TEST_PACKAGES of Makefile.ci");
  return bytes_of(file);
}

std::string through_qpdf(std::string_view pdf, const std::string& arguments) {
  const TemporaryFolder folder;
  folder.write("in.pdf", std::string(pdf));
  const std::string dir = folder.path().string();
  const int status = std::system(("qpdf " + arguments + " " + dir + "/in.pdf " + dir + "/out.pdf").c_str());
  REQUIRE_MESSAGE(status == 0, "the tests need TEST_PACKAGES of Makefile.ci");
  return bytes_of(folder.path() / "out.pdf");
}

std::string as_brochure(std::string_view text, const std::map<int, int>& page_at_line) {
  const Lines lines = lines_of(text);
  std::string description;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const auto page = page_at_line.find(static_cast<int>(i) + 1); page != page_at_line.end()) {
      description += "@page";
      if (page->second != 0) description += " number=" + std::to_string(page->second);
      description += page->second != 0 ? "\n@columns\n" : "\n";
    }
    if (are_merged(lines, i)) {
      description += merged(lines, i);
      i += 4;
    } else if (is_entry(lines[i]) && lines[i].find('\t') != std::string::npos) {
      return description + directory(lines, i);
    } else if (cells_of(lines[i]).size() > 2) {
      for (const std::string& cell : cells_of(lines[i])) description += cell + "\n";
    } else if (is_picture(lines, i)) {
      description += "@picture 40\n";
      i += 2;
    } else if (!is_rule(lines[i])) {
      description += lines[i] + "\n";
    } else {
      description += "\n";
    }
  }
  return description;
}

}  // namespace chiho::import_test
