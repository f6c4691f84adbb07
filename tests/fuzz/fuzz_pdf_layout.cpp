// Boxes anywhere are laid out, and none is lost.
#include <algorithm>
#include <array>

#include "pdf/layout.hpp"
#include "pdf/page_numbers.hpp"

namespace {

constexpr std::array<const char*, 8> texts{"港", "連絡先", "12", "- 3 -", "grant", "https://a/", "・", "。"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  std::vector<chiho::pdf::PageBoxes> pages(2);
  std::size_t letters = 0;
  for (std::size_t at = 0; at + 5 <= size; at += 5) {
    const unsigned char* bytes = data + at;
    const std::string text = texts[bytes[4] & 7U];
    const double left = bytes[0] * 3;
    const double top = bytes[1] * 4;
    pages[bytes[4] >> 7U].boxes.push_back({left, top, left + bytes[2], top + 1 + (bytes[3] & 31U),
                                           static_cast<double>(bytes[3] >> 3U), bytes[4] & 8U ? "a" : "b", text,
                                           (bytes[4] & 16U) != 0});
    letters += text.size();
  }
  std::size_t laid = 0;
  for (const auto& page : pages)
    for (const auto& line : chiho::pdf::lines_of(page.boxes))
      laid += line.text.size() - static_cast<std::size_t>(std::count_if(line.text.begin(), line.text.end(), [](char c) {
                return c == '\t' || (c == ' ');
              }));
  std::size_t spaces = 0;  // in "- 3 -"
  for (std::size_t at = 0; at + 5 <= size; at += 5) spaces += (data[at + 4] & 7U) == 3 ? 2 : 0;
  if (laid + spaces != letters) __builtin_trap();
  for (auto& page : pages) page.height = 842;
  chiho::pdf::take_page_numbers(pages);
  for (const auto& page : pages) chiho::pdf::text_of(chiho::pdf::lines_of(page.boxes), 0.5);
  return 0;
}
