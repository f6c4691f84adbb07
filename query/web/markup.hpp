// Text that may stand in HTML as it is, and addresses that may be followed. Neither can be made of outside text but by
// the functions here, so that escaping cannot be forgotten.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiho::web {

class Html {
 public:
  Html() = default;
  // & < > " ' as entities; control characters, which HTML has no place for, left out.
  static Html escaped(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  friend class Templates;
  std::string text_;
};

void append_escaped(std::string& html, std::string_view text);

using Parameters = std::vector<std::pair<std::string, std::string>>;

// What an href may hold.
class Address {
 public:
  // Of this site: `path` begins with / and is encoded here, but for its slashes.
  static Address local(std::string_view path, const Parameters& parameters = {});
  // A place on the same page.
  static Address here(std::string_view id);
  // http:// and https:// only; anything else (javascript:, data:) is none.
  static std::optional<Address> web(std::string_view address);
  // A page of a PDF on the web.
  static std::optional<Address> pdf_page(std::string_view address, int page);
  // None for what is no number.
  static std::optional<Address> phone(std::string_view number);
  static Address mail(std::string_view address);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  explicit Address(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

// As a part of an address: what is neither letter, digit nor -._~ as %XX, but for the characters of `kept`.
std::string percent_encoded(std::string_view text, std::string_view kept = "");

}  // namespace chiho::web
