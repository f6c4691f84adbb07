// What JSON Lines have no key for stands in a record's text, a paragraph with a label each: 別名: A、B (of a scheme or
// an office), 逆引き: GROUP (of a need), 総合窓口: TITLE (in the contact that its edition offers where nothing else
// helps).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiho {

// Adds the paragraph with its line end; nothing where it is empty.
void add_paragraph(std::string& text, std::string_view paragraph);

void add_aliases(std::string& text, const std::vector<std::string>& aliases);
void add_need_group(std::string& text, const std::string& group);
void add_general_contact(std::string& text, const std::string& edition_title);

// What such a text says.
std::vector<std::string> aliases_in(std::string_view text);
// The title of the edition whose general contact it is.
std::optional<std::string> general_contact_in(std::string_view text);

}  // namespace chiho
