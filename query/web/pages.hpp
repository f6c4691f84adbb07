// The pages beside the results: what they are filled with.
#pragma once

#include "query/index/index.hpp"
#include "query/search/directory.hpp"
#include "query/search/needs.hpp"
#include "query/web/data.hpp"
#include "query/web/page_request.hpp"
#include "query/web/wording.hpp"

namespace chiho::web {

// The needs of an edition as links.
Data need_tree_data(const NeedTree& tree, const Reader& reader);
// Each type of record that answers, with how many, as links.
std::vector<Data> type_links(const Answer& all, const PageRequest& page, const Reader& reader);
// Every edition's home, where there are several.
void set_edition_choice(Data& data, const Metadata& metadata, const std::vector<const Edition*>& chosen,
                        const Reader& reader);
std::string record_counts(const Metadata& metadata, Lang lang);
// Title, date and general contact of each.
std::vector<Data> edition_notes(const std::vector<const Edition*>& editions, const Reader& reader);
// All offices of these editions, which `page` asked for.
Data directory_data(const std::vector<const Edition*>& editions, PageRequest page, const Reader& reader);
Data office_data(const DirectoryEntry& entry, const Reader& reader);
// Where no office was found: those that may have been meant, and the general contacts.
Data no_office_data(const Answer& answer, const Reader& reader);
// Records like the one shown.
void set_similar(Data& data, const Answer& similar, const Reader& reader);
Data edition_page_data(const Edition& edition, const Metadata& metadata, const Reader& reader);

}  // namespace chiho::web
