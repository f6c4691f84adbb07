// One brochure in every encoding that an office may have it in: the same records.
#include <doctest/doctest.h>
#include <iconv.h>

#include <map>
#include <utility>

#include "dict/charset.hpp"
#include "dict/dates.hpp"
#include "dict/normalize.hpp"
#include "import/import.hpp"
#include "invented_brochure.hpp"
#include "real_brochure.hpp"

using namespace chiho;

namespace {

// By iconv, none of whose tables are ours. Letters that the encoding lacks must not be in the text.
std::string encoded(std::string text, const char* encoding) {
  iconv_t converter = iconv_open(encoding, "UTF-8");
  REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
  std::string out(text.size() * 4 + 16, '\0');
  char* from = text.data();
  char* to = out.data();
  std::size_t left = text.size();
  std::size_t room = out.size();
  REQUIRE_MESSAGE(iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1),
                  encoding << " lacks " << std::string(from, std::min<std::size_t>(left, 4)));
  iconv(converter, nullptr, nullptr, &to, &room);  // back to ASCII, where there are states
  iconv_close(converter);
  return out.substr(0, out.size() - room);
}

using Replacements = std::vector<std::pair<std::string, std::string>>;

std::string replaced(std::string text, const Replacements& replacements) {
  for (const auto& [from, to] : replacements)
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  return text;
}

// What one encoding has for the dash and the wave of another, and what none of the older ones has.
const Replacements windows{{"〜", "～"}, {"−", "－"}};
const Replacements unix{{"～", "〜"}, {"－", "−"}, {"①", "(1)"}, {"②", "(2)"}, {"③", "(3)"}, {"④", "(4)"}, {"Ⅳ", "IV"}};
const Replacements japanese{{"म", "M"}, {"ट", "T"}, {"्", ""}, {"ि", "I"}, {"स", "S"}};

struct Form {
  const char* name;
  std::string mark;       // byte order mark
  const char* converter;  // iconv's
  const char* found;      // what it is told to be
  Replacements replacements;
};
const std::vector<Form> forms{
    {"UTF-8", "", "UTF-8", "UTF-8", {}},
    {"UTF-8 with a mark", "\xEF\xBB\xBF", "UTF-8", "UTF-8", {}},
    {"CP932", "", "CP932", "CP932", windows},
    {"EUC-JP", "", "EUC-JP", "EUC-JP", unix},
    {"ISO-2022-JP", "", "ISO-2022-JP", "ISO-2022-JP", unix},
    {"UTF-16LE", "", "UTF-16LE", "UTF-16LE", {}},
    {"UTF-16BE", "", "UTF-16BE", "UTF-16BE", {}},
    {"UTF-16LE with a mark", "\xFF\xFE", "UTF-16LE", "UTF-16LE", {}},
    {"UTF-16BE with a mark", "\xFE\xFF", "UTF-16BE", "UTF-16BE", {}},
};

// A record as searched: folded.
std::string told(const RecordFile& record) {
  std::string text = record.name + "|" + folded(record.title) + "|" + std::to_string(record.page.value_or(0));
  for (const auto* list : {&record.aliases, &record.scheme, &record.office, &record.audience, &record.need,
                           &record.details, &record.captions, &record.review})
    for (const std::string& one : *list) text += "|" + folded(one);
  for (const auto* list : {&record.year, &record.fiscal_year})
    for (const int year : *list) text += "|" + std::to_string(year);
  return text + "|" + folded(record.procedure) + "|" + folded(record.text) + "|" + record.url;
}

std::string told(const Office& office) {
  std::string text = office.id + "|" + folded(office.name) + "|" + office.phone + "|" + office.email + "|" + office.url;
  for (const std::string& extension : office.extension) text += "|" + extension;
  return text + "|" + folded(office.note);
}

void check_same(const Imported& imported, const Imported& wanted) {
  REQUIRE(imported.records.size() == wanted.records.size());
  for (std::size_t i = 0; i < wanted.records.size(); ++i) CHECK(told(imported.records[i]) == told(wanted.records[i]));
  REQUIRE(imported.edition.offices.size() == wanted.edition.offices.size());
  for (std::size_t i = 0; i < wanted.edition.offices.size(); ++i)
    CHECK(told(imported.edition.offices[i]) == told(wanted.edition.offices[i]));
  CHECK(imported.claims.unclaimed() == wanted.claims.unclaimed());
}

void check_every_form(const std::string& source, const std::vector<Correction>& corrections) {
  for (const Form& form : forms) {
    CAPTURE(form.name);
    const bool old = !form.replacements.empty();
    const std::string text = replaced(source, old ? japanese : Replacements{});
    // What the encoding has no letter for is replaced for both; dashes and waves differ.
    const std::string wanted = form.replacements == unix ? replaced(text, {unix.begin() + 2, unix.end()}) : text;
    const Decoded decoded = decode(form.mark + encoded(replaced(text, form.replacements), form.converter));
    CHECK(decoded.encoding == form.found);
    check_same(import_brochure(decoded.text, "2018-07", corrections), import_brochure(wanted, "2018-07", corrections));
  }
}

}  // namespace

TEST_CASE("the invented brochure in every encoding") {
  check_every_form(std::string(import_test::invented_brochure), {});
}

TEST_CASE("the brochure of 2018-07 in every encoding") {
  if (const auto text = import_test::real_brochure()) check_every_form(*text, import_test::real_corrections());
}

TEST_CASE("line ends of Windows and of old Macintoshes make no difference") {
  const std::string text(import_test::invented_brochure);
  const Imported wanted = import_brochure(text, "2021-04", {});
  check_same(import_brochure(decode(replaced(text, {{"\n", "\r\n"}})).text, "2021-04", {}), wanted);
  check_same(import_brochure(decode(replaced(text, {{"\n", "\r"}})).text, "2021-04", {}), wanted);
}

TEST_CASE("waves and dashes of every encoding say the same ranges and phones") {
  const std::vector<std::pair<const char*, std::string>> bytes{
      {"CP932", "\x81\x60|\x81\x7C"},   // ～ －
      {"EUC-JP", "\xA1\xC1|\xA1\xDD"},  // 〜 −
      {"ISO-2022-JP", "\x1B$B!A\x1B(B|\x1B$B!]\x1B(B"},
      {"UTF-8", "～|－"},
      {"UTF-8", "〜|−"},
  };
  for (const auto& example : bytes) {
    const auto& encoding = std::get<0>(example);
    const auto& signs = std::get<1>(example);
    CAPTURE(encoding);
    const std::string text = decode(signs, encoding).text;
    const std::string wave = text.substr(0, text.find('|'));
    const std::string dash = text.substr(text.find('|') + 1);
    CHECK(folded(wave) == "~");
    CHECK(folded(dash) == "-");
    CHECK(years_of("平成26年" + wave + "28年").calendar == std::vector{2014, 2015, 2016});
    const std::string brochure =
        "港の見学会\n\n港を歩く会です。\n\n連絡先\n\n港湾課\n03" + dash + "1234" + dash + "5678\n\n主な対象\n\n企業\n";
    const Imported imported = import_brochure(brochure, "2021-04", {});
    REQUIRE(imported.edition.offices.size() == 1);
    CHECK(imported.edition.offices[0].phone == "03-1234-5678");
  }
}
