// Answers as what templates are filled with.
#pragma once

#include <string>
#include <vector>

#include "query/index/metadata.hpp"
#include "query/search/answer.hpp"
#include "query/search/directory.hpp"
#include "query/web/data.hpp"
#include "query/web/page_request.hpp"

namespace chiho::web {

// For whom a page is made: its language, and what its links keep.
struct Reader {
  Lang lang = Lang::ja;
  Parameters keep;                  // lang=, where the address has it
  std::vector<std::string> newest;  // editions that answer unasked, so that links need not name them
};

// What a link to an edition's things needs besides: nothing where it answers unasked.
Parameters edition_parameter(const std::string& edition, const Reader& reader);
Address record_address(const std::string& id, const Reader& reader);
Address office_address(const std::string& name, const std::string& edition, const Reader& reader);
Address edition_address(const std::string& id, const Reader& reader);

std::vector<Data> texts(const std::vector<std::string>& lines);
std::vector<Data> paragraphs(const std::string& text);
std::vector<Data> marked(const Snippet& snippet);

Data contact_data(const ContactDetails& contact, const std::string& edition, const Reader& reader);
std::vector<Data> related_data(const std::vector<Related>& related, const Reader& reader);
// Title, date and general contact.
Data edition_data(const EditionNote& edition, const Reader& reader);
Data hit_data(const Hit& hit, const Metadata& metadata, const Reader& reader);

}  // namespace chiho::web
