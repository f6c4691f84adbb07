#include "dict/synonyms.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <utility>

#include "bytes/utf8.hpp"
#include "dict/normalize.hpp"
#include "error/error.hpp"

namespace chiho {
namespace {

// So that a line's pairs stay few, whatever a file holds.
constexpr std::size_t kMaxNames = 100;

// Folded, with single spaces, none around it.
std::string name_of(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  if (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    names.push_back(name_of(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return names;
}

// A line, folded: the names on the left find those on the right; of equals, both sides are all names.
struct Line {
  std::vector<std::string> left;
  std::vector<std::string> right;
};

struct Fault {
  Text message;
};

Line parse(const std::string& folded) {
  const std::size_t arrow = folded.find('>');
  const bool equal = folded.find('=') != std::string::npos;
  if (equal == (arrow != std::string::npos)) {
    throw Fault{{"「=」か「>」のどちらか一方が要ります", "either = or > is needed, not both"}};
  }
  Line line;
  if (equal) {
    line.left = line.right = split(folded, "=");
  } else {
    line.left = split(std::string_view(folded).substr(0, arrow), ",");
    line.right = split(std::string_view(folded).substr(arrow + 1), ",>");
  }
  for (const auto* side : {&line.left, &line.right}) {
    if (std::ranges::find(*side, std::string()) != side->end()) {
      throw Fault{{"空の語があります", "a word is missing"}};
    }
    if (side->size() > kMaxNames) {
      throw Fault{{"1行の語が多すぎます（100語まで）", "too many words in a line (at most 100)"}};
    }
  }
  return line;
}

[[noreturn]] void fail(const std::string& name, int line, const Text& message) {
  const std::string place = name + ":" + std::to_string(line) + ": ";
  throw Error(ErrorCode::usage, {place + message.ja, place + message.en},
              {"「政府開発援助 = ODA」（互いに）か「小学生 > 小中高生, 小中学生」（左から右へ）と書いてください",
               "write `政府開発援助 = ODA` (both ways) or `小学生 > 小中高生, 小中学生` (left to right)"});
}

}  // namespace

void Synonyms::read(std::istream& in, const std::string& name) {
  int number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (!is_utf8(text)) fail(name, number, {"UTF-8 ではありません", "not UTF-8"});
    if (text.starts_with('#')) continue;
    const std::string line = name_of(folded(text));
    if (line.empty() || line.front() == '#') continue;
    try {
      Line parsed = parse(line);
      for (std::string& left : parsed.left) finds_[std::move(left)].push_back(sides_.size());
      sides_.push_back(std::move(parsed.right));
    } catch (const Fault& fault) {
      fail(name, number, fault.message);
    }
  }
}

void Synonyms::read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::error_code error;
  if (!in || std::filesystem::is_directory(file, error)) {
    throw Error(ErrorCode::io,
                {"同義語ファイルを開けません: " + file.string(), "cannot open the synonyms file " + file.string()},
                {"パスと読み取り権限を確かめてください", "check the path and its permissions"});
  }
  read(in, file.string());
  if (in.bad()) {
    throw Error(ErrorCode::io, {"読み取りに失敗しました: " + file.string(), "cannot read " + file.string()});
  }
}

std::vector<std::string> Synonyms::of(std::string_view word) const {
  const std::string name = name_of(folded(word));
  const auto found = finds_.find(name);
  if (found == finds_.end()) return {};
  std::vector<std::string> others;
  std::set<std::string_view> seen = {name};
  for (const std::size_t side : found->second) {
    for (const std::string& other : sides_[side]) {
      if (seen.insert(other).second) others.push_back(other);
    }
  }
  return others;
}

}  // namespace chiho
