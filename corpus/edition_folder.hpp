// An edition folder: TOML that a person reads and edits, as records and back.
//
//   edition.toml    id series date title source pdf pages = [first, last] contact
//   offices.toml    [[office]]   id name aliases page phone extension email url note
//   audiences.toml  [[audience]] name aliases broader
//   needs.toml      [[need]]     name aliases group pages
//   schemes/*.toml  title aliases page pdf_page office audience need year fiscal_year procedure text details captions
//   url review cases/*.toml    title aliases page pdf_page scheme office year fiscal_year procedure text details
//   captions url review
//
// A record's id is edition/scheme/FILE, edition/case/FILE (without .toml) or edition/contact/OFFICE-ID. A scheme's
// `scheme` is its own title. A case names its scheme by title and has its scheme's audience and need. Record::text is
// text, details, captions, aliases and the groups of its needs, a paragraph each; a
// contact's is its note, aliases and, of the general contact, the edition's title. An office, audience or need may be
// named by an alias; records hold the controlled name.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/edition.hpp"
#include "corpus/fault.hpp"

namespace chiho {

// A record before it is flattened to a Record: the keys of schemes/*.toml and cases/*.toml.
struct RecordFile {
  RecordType type = RecordType::scheme;
  std::string name;  // of the file, without .toml
  std::string title;
  std::vector<std::string> aliases;
  std::optional<int> page;
  std::optional<int> pdf_page;
  std::vector<std::string> scheme;  // cases only
  std::vector<std::string> office;
  std::vector<std::string> audience;  // schemes only
  std::vector<std::string> need;      // schemes only
  std::vector<int> year;
  std::vector<int> fiscal_year;
  std::string procedure;
  std::string text;                  // paragraphs end in '\n'
  std::vector<std::string> details;  // 開催日 平成30年2月19日
  std::vector<std::string> captions;
  std::string url;
  std::vector<std::string> review;  // what is unsure, for the librarian
};

struct EditionFolder {
  Edition edition;
  std::vector<Record> records;    // schemes, cases, contacts; each by page, then by id
  std::vector<RecordFile> files;  // the schemes and cases as their files have them, names resolved, without reviews
  Faults faults;                  // everything that is wrong; records may be incomplete where this is not empty
  Faults reviews;                 // the `review` notes that an import left
};

// True if the folder holds an edition.toml.
bool is_edition_folder(const std::filesystem::path& dir);

// Never throws for what the files hold: that is a fault. Throws Error io when a file cannot be read.
EditionFolder read_edition_folder(const std::filesystem::path& dir);

// Throws Error usage if `dir` exists and has files: to be asked before long work.
void require_no_files(const std::filesystem::path& dir);

// Writes a new folder, with `notes` (name -> text) beside what is read from it. Throws Error usage if `dir` exists and
// has files, Error io if it cannot be written.
void write_edition_folder(const std::filesystem::path& dir, const Edition& edition,
                          const std::vector<RecordFile>& records, const std::map<std::string, std::string>& notes = {});

}  // namespace chiho
