#include "pdf/pdf.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "bytes/utf8.hpp"
#include "dict/normalize.hpp"
#include "error/error.hpp"
#include "pdf/layout.hpp"
#include "pdf/page_numbers.hpp"

namespace chiho {
namespace {

constexpr std::size_t most_boxes = 200'000;  // a page; what has more is no page that anyone reads

[[noreturn]] void refuse(const std::string& name, const Text& what, const Text& hint) {
  const std::string where = name.empty() ? name : name + ": ";
  throw Error(ErrorCode::corpus, {where + what.ja, where + what.en}, hint);
}

[[noreturn]] void refuse_damaged(const std::string& name) {
  refuse(name, {"PDF として読めません。壊れています", "cannot be read as a PDF: it is damaged"},
         {"元のファイルを取り直すか、直してみてください: qpdf in.pdf out.pdf",
          "Get the file again, or try to mend it: qpdf in.pdf out.pdf"});
}

// Kanji where a font has their radicals (⽇ for 日), and signs where it has their vertical forms.
bool is_other_form(char32_t letter) {
  return (letter >= 0x2E80 && letter <= 0x2FDF) || (letter >= 0xFE10 && letter <= 0xFE48);
}

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string out;
  for (const char32_t letter : letters_of({bytes.data(), bytes.size()})) {
    const std::string one = utf8_of(std::u32string_view(&letter, 1));
    if (letter >= 0x20) out += is_other_form(letter) ? folded(one) : one;
  }
  return out;
}

// "ABCDEF+IPAGothic": an embedded part of a font has a name before its name.
std::string font_name(const std::string& name) {
  constexpr std::size_t part = 6;
  return name.size() > part && name[part] == '+' ? name.substr(part + 1) : name;
}

struct Size {
  double width = 0;
  double height = 0;
};
Size size_of(const poppler::page& page) {
  const poppler::rectf rect = page.page_rect();
  const auto turned = page.orientation();
  if (turned == poppler::page::landscape || turned == poppler::page::seascape) return {rect.height(), rect.width()};
  return {rect.width(), rect.height()};
}

// Turned so that it reads from left to right and from top to bottom. Vertical text reads down, its lines to the left,
// like text turned by a quarter.
pdf::Box turned(const poppler::rectf& at, int quarters, const Size& page) {
  pdf::Box box;
  switch (quarters) {
    case 1:
      return {at.top(), page.width - at.right(), at.bottom(), page.width - at.left(), 0, {}, {}, false};
    case 2:
      return {page.width - at.right(),
              page.height - at.bottom(),
              page.width - at.left(),
              page.height - at.top(),
              0,
              {},
              {},
              false};
    case 3:
      return {page.height - at.bottom(), at.left(), page.height - at.top(), at.right(), 0, {}, {}, false};
    default:
      return {at.left(), at.top(), at.right(), at.bottom(), 0, {}, {}, false};
  }
}

struct TurnedBoxes {
  struct Side {
    std::vector<pdf::Box> boxes;
    double height = 0;  // of the page, turned
  };
  std::array<Side, 4> by_quarter;
  std::size_t count = 0;
};

TurnedBoxes boxes_of(const poppler::page& page) {
  const Size size = size_of(page);
  TurnedBoxes boxes;
  for (std::size_t i = 0; i < boxes.by_quarter.size(); ++i)
    boxes.by_quarter[i].height = i % 2 == 0 ? size.height : size.width;
  for (const poppler::text_box& text : page.text_list(poppler::page::text_list_include_font)) {
    const int quarters = text.rotation() & 3;
    pdf::Box box = turned(text.bbox(), quarters, size);
    box.text = utf8(text.text());
    pdf::fit_to_letters(box, text.has_font_info() ? text.get_font_size() : 0);
    if (text.has_font_info()) box.font = font_name(text.get_font_name());
    box.space_after = text.has_space_after();
    const bool sane = box.right >= box.left && box.bottom > box.top && !box.text.empty();
    if (!sane || boxes.count == most_boxes) continue;
    boxes.by_quarter[static_cast<std::size_t>(quarters)].boxes.push_back(std::move(box));
    ++boxes.count;
  }
  return boxes;
}

// A page by the direction of most of its text; what is turned otherwise is put below.
pdf::PageBoxes flat(const poppler::page& page) {
  TurnedBoxes boxes = boxes_of(page);
  std::stable_sort(boxes.by_quarter.begin(), boxes.by_quarter.end(),
                   [](const auto& a, const auto& b) { return a.boxes.size() > b.boxes.size(); });
  pdf::PageBoxes flat{boxes.by_quarter.front().height, {}, {}};
  double below = 0;
  for (auto& [turned, height] : boxes.by_quarter) {
    for (pdf::Box& box : turned) {
      box.top += below;
      box.bottom += below;
      flat.boxes.push_back(std::move(box));
    }
    below += 2 * height;
  }
  return flat;
}

std::unique_ptr<poppler::document> open(std::string_view bytes, const std::string& name) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  if (bytes.empty())
    refuse(name, {"空のファイルです", "an empty file"}, {"元のファイルを取り直してください", "Get the file again"});
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) refuse_damaged(name);
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr) refuse_damaged(name);
  if (document->is_locked())
    refuse(name,
           {"暗号化されていて、パスワードなしには読めません", "encrypted: it cannot be read without its password"},
           {"パスワードを外してからどうぞ: qpdf --decrypt --password=… in.pdf out.pdf",
            "Take the password off first: qpdf --decrypt --password=… in.pdf out.pdf"});
  if (document->pages() < 1)
    refuse(name, {"頁がありません", "no pages"}, {"元のファイルを取り直してください", "Get the file again"});
  return document;
}

// Labels are believed where they say more than the place in the file, which poppler makes up where there are none, and
// nothing else than the numbers that are printed.
void take_labels(const std::vector<std::string>& labels, std::vector<PdfPage>& pages) {
  bool own = false;
  std::vector<std::optional<int>> numbers;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    numbers.push_back(pdf::page_number(labels[i]));
    own = own || labels[i] != std::to_string(pages[i].number);
    if (pages[i].printed && numbers[i] && pages[i].printed != numbers[i]) return;
  }
  for (std::size_t i = 0; own && i < pages.size(); ++i)
    if (!pages[i].printed) pages[i].printed = numbers[i];
}

std::vector<PdfPage> pages_of(const poppler::document& document) {
  std::vector<pdf::PageBoxes> boxes;
  std::vector<std::string> labels;
  for (int i = 0; i < document.pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    boxes.push_back(page == nullptr ? pdf::PageBoxes{} : flat(*page));
    labels.push_back(page == nullptr ? std::string() : utf8(page->label()));
  }
  pdf::take_page_numbers(boxes);
  std::vector<pdf::Lines> lines;
  for (const pdf::PageBoxes& page : boxes) lines.push_back(pdf::lines_of(page.boxes));
  const double typical = pdf::typical_room(lines);
  std::vector<PdfPage> pages;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    pages.push_back({static_cast<int>(i) + 1, boxes[i].printed, pdf::text_of(lines[i], typical)});
  take_labels(labels, pages);
  return pages;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  constexpr std::size_t enough = 1024;  // readers allow for something before it
  return bytes.substr(0, enough).find("%PDF-") != std::string_view::npos;
}

std::vector<PdfPage> read_pdf(std::string_view bytes, const std::string& name) {
  std::vector<PdfPage> pages;
  try {
    pages = pages_of(*open(bytes, name));
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {
    refuse_damaged(name);
  }
  if (std::all_of(pages.begin(), pages.end(), [](const PdfPage& page) { return page.text.empty(); }))
    refuse(name, {"文字がなく、画像だけの PDF です", "a PDF of images, without text"},
           {"文字を読み取ってからどうぞ: ocrmypdf -l jpn in.pdf out.pdf",
            "Recognise its text first: ocrmypdf -l jpn in.pdf out.pdf"});
  return pages;
}

}  // namespace chiho
