#include "query/web/markup.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace chiho::web {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

}  // namespace

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    if (c == '&')
      html += "&amp;";
    else if (c == '<')
      html += "&lt;";
    else if (c == '>')
      html += "&gt;";
    else if (c == '"')
      html += "&quot;";
    else if (c == '\'')
      html += "&#39;";
    else if (!is_control(c))
      html += c;
  }
}

Html Html::escaped(std::string_view text) {
  Html html;
  append_escaped(html.text_, text);
  return html;
}

std::string percent_encoded(std::string_view text, std::string_view kept) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c) || kept.find(c) != std::string_view::npos)
      encoded += c;
    else
      encoded += {'%', digits[byte / 16], digits[byte % 16]};
  }
  return encoded;
}

Address Address::local(std::string_view path, const Parameters& parameters) {
  std::string text = percent_encoded(path, "/");
  char before = '?';
  for (const auto& [name, value] : parameters) {
    text += before + percent_encoded(name) + "=" + percent_encoded(value);
    before = '&';
  }
  return Address(std::move(text));
}

Address Address::here(std::string_view id) {
  return Address("#" + percent_encoded(id));
}

std::optional<Address> Address::web(std::string_view address) {
  if (!address.starts_with("http://") && !address.starts_with("https://")) return std::nullopt;
  return Address(percent_encoded(address, ":/?#[]@!$&'()*+,;=%"));
}

std::optional<Address> Address::pdf_page(std::string_view address, int page) {
  const auto whole = web(address.substr(0, address.find('#')));
  if (!whole) return std::nullopt;
  return Address(fmt::format("{}#page={}", whole->text_, page));
}

std::optional<Address> Address::phone(std::string_view number) {
  const auto digits = std::ranges::count_if(number, [](char c) { return c >= '0' && c <= '9'; });
  const bool dialled = number.find_first_not_of("0123456789-+()") == std::string_view::npos;
  if (digits < 3 || !dialled) return std::nullopt;
  return Address("tel:" + std::string(number));
}

Address Address::mail(std::string_view address) {
  return Address("mailto:" + percent_encoded(address, "@"));
}

}  // namespace chiho::web
