#include "dict/tagger.hpp"

#include <mecab.h>

#include <algorithm>
#include <fstream>
#include <mutex>
#include <string>
#include <utility>

#include "bytes/utf8.hpp"
#include "error/error.hpp"

namespace chiho {
namespace {

namespace fs = std::filesystem;

// MeCab fails on very long input. 4,000 kanji are far below that, and far above any sentence.
constexpr std::size_t kMaxPiece = 12000;
// How far before that to look for a better place to cut.
constexpr std::size_t kCutWindow = 2000;
// MeCab looks for unknown words from every letter to the end of its run of letters of one kind: in quadratic time. No
// sentence has such runs.
constexpr std::size_t kMaxRun = 300;

Error bad_dictionary(const fs::path& path) {
  return Error(ErrorCode::io, {"辞書を開けません: " + path.string(), "cannot open the dictionary " + path.string()},
               {"UTF-8 の ipadic（Debian では mecab-ipadic-utf8）が入っているか確かめてください",
                "check that ipadic in UTF-8 is installed (on Debian, mecab-ipadic-utf8)"});
}

// MeCab takes a list of user dictionaries in CSV: a path with a comma or a quote must be quoted.
std::string quoted(const std::string& path) {
  std::string result = "\"";
  for (const char c : path) result.append(c == '"' ? 2 : 1, c);
  return result + '"';
}

bool is_utf8_name(std::string_view charset) {
  std::string name;
  for (const char c : charset) {
    if (c != '-' && c != '_') name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  return name == "utf8";
}

// The beginning of a compiled dictionary, as MeCab lays it out in the byte order of the machine.
struct Header {
  std::uint32_t magic, version, type, words, left_size, right_size, trie_bytes, token_bytes, feature_bytes, unused;
  char charset[32];
};

// Looks at what MeCab would look at: where it finds a dictionary bad, it leaks memory.
Header read_header(const fs::path& file) {
  constexpr std::uint32_t kMagic = 0xEF718F77U;  // with the size of the file
  constexpr std::uint32_t kVersion = 102;
  Header header{};
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(&header), sizeof header);
  header.charset[sizeof header.charset - 1] = '\0';
  if (error || !in || (header.magic ^ kMagic) != size || header.version != kVersion || !is_utf8_name(header.charset)) {
    throw bad_dictionary(file);
  }
  return header;
}

void check_dictionaries(const fs::path& ipadic, const fs::path& user_dictionary) {
  std::error_code error;
  for (const char* name : {"char.bin", "matrix.bin", "unk.dic"}) {
    if (!fs::is_regular_file(ipadic / name, error)) throw bad_dictionary(ipadic / name);
  }
  const Header system = read_header(ipadic / "sys.dic");
  const Header user = read_header(user_dictionary);
  if (system.left_size != user.left_size || system.right_size != user.right_size) throw bad_dictionary(user_dictionary);
}

std::unique_ptr<MeCab::Model> open_model(const fs::path& ipadic, const fs::path& user_dictionary) {
  // The machine's mecabrc may name any dictionary: it is not read.
  std::vector<std::string> arguments = {
      "mecab", "-r", "/dev/null", "-d", ipadic.string(), "-u", quoted(user_dictionary.string())};
  std::vector<char*> argv;
  argv.reserve(arguments.size());
  for (std::string& argument : arguments) argv.push_back(argument.data());
  return std::unique_ptr<MeCab::Model>(MeCab::Model::create(static_cast<int>(argv.size()), argv.data()));
}

// The features of words met lately, by where the dictionary keeps them: most words of a text are few.
class FeatureCache {
 public:
  const Features& of(const char* csv) {
    const auto place = reinterpret_cast<std::uintptr_t>(csv);
    Features& slot = slots_[place * 0x9E3779B97F4A7C15U >> (64 - kBits)];
    if (slot.csv() != csv) slot = Features(csv);
    return slot;
  }

 private:
  static constexpr int kBits = 12;
  std::vector<Features> slots_ = std::vector<Features>(std::size_t{1} << kBits);
};

bool is_control_or_space(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

// Where a piece that would be too long is cut: after the last ASCII or punctuation (、 ・ and other letters of
// U+3000..U+303F) of its end, else between two letters.
std::size_t cut(std::string_view text, std::size_t begin) {
  std::size_t end = begin + kMaxPiece;
  while (!begins_letter(text[end])) --end;
  for (std::size_t at = end; at > end - kCutWindow; --at) {
    const std::string_view before = text.substr(at - 3, 3);
    if (before[0] == '\xE3' && before[1] == '\x80') return at;
    const auto last = static_cast<unsigned char>(before[2]);
    if (last > 0x20 && last < 0x30) return at;
  }
  return end;
}

// Letters that MeCab may take together for an unknown word are of one kind, by their first byte: that of kana, of
// kanji, of other writing.
enum class Kind { latin, digit, ascii, kana, kanji, other };

Kind kind_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= '0' && byte <= '9') return Kind::digit;
  if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') return Kind::latin;
  if (byte < 0x80) return Kind::ascii;
  if (byte == 0xE3) return Kind::kana;
  return byte > 0xE3 && byte <= 0xE9 ? Kind::kanji : Kind::other;
}

// The end of the piece that begins at `begin`: after 。, before white space or a control character.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  Kind kind = kind_of(text[begin]);
  std::size_t run = begin;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (!begins_letter(text[at])) {
      if (text[at] == '\x82' && at - begin >= 2 && text.substr(at - 2, 3) == "。") return at + 1;
      continue;
    }
    if (is_control_or_space(text[at])) return at;
    if (at - begin >= kMaxPiece) return cut(text, begin);
    if (const Kind next = kind_of(text[at]); next != kind) {
      kind = next;
      run = at;
    }
    if (at - run >= kMaxRun) return at;
  }
  return text.size();
}

}  // namespace

Features::Features(const char* csv) : csv_(csv) {
  std::size_t at = 0;
  for (std::uint16_t& end : ends_) {
    while (csv[at] != ',' && csv[at] != '\0') ++at;
    end = static_cast<std::uint16_t>(at);
    if (csv[at] == ',') ++at;
  }
}

class Tagger::Impl {
 public:
  Impl(const fs::path& ipadic, const fs::path& user_dictionary) : model_(open_model(ipadic, user_dictionary)) {
    if (model_ == nullptr) throw bad_dictionary(ipadic / "sys.dic");
    tagger_.reset(model_->createTagger());
    if (tagger_ == nullptr) throw bad_dictionary(ipadic / "sys.dic");
  }

  [[nodiscard]] std::vector<Morpheme> tag(std::string_view text) {
    std::vector<Morpheme> morphemes;
    morphemes.reserve(text.size() / 5);
    const auto desk = take_desk();
    for (std::size_t begin = 0; begin < text.size();) {
      if (is_control_or_space(text[begin])) {
        ++begin;
        continue;
      }
      const std::size_t end = piece_end(text, begin);
      tag_piece(text, begin, end, *desk, morphemes);
      begin = end;
    }
    return morphemes;
  }

 private:
  // What serves one thread at a time.
  struct Desk {
    std::unique_ptr<MeCab::Lattice> lattice;
    FeatureCache features;
  };
  // It goes back into the pool, since making one anew costs more than a query.
  struct GiveBack {
    Impl* pool;
    void operator()(Desk* desk) const {
      desk->lattice->clear();
      const std::lock_guard lock(pool->mutex_);
      pool->desks_.emplace_back(desk);
    }
  };
  using TakenDesk = std::unique_ptr<Desk, GiveBack>;

  TakenDesk take_desk() {
    {
      const std::lock_guard lock(mutex_);
      if (!desks_.empty()) {
        TakenDesk desk(desks_.back().release(), GiveBack{this});
        desks_.pop_back();
        return desk;
      }
    }
    auto desk = std::make_unique<Desk>();
    desk->lattice.reset(model_->createLattice());
    return {desk.release(), GiveBack{this}};
  }

  void tag_piece(std::string_view text, std::size_t begin, std::size_t end, Desk& desk,
                 std::vector<Morpheme>& morphemes) const {
    MeCab::Lattice& lattice = *desk.lattice;
    lattice.set_sentence(text.data() + begin, end - begin);
    if (!tagger_->parse(&lattice)) {
      throw Error(ErrorCode::io, {"形態素解析に失敗しました", "the morphological analysis failed"},
                  {"辞書が壊れていないか確かめてください", "check that the dictionary is not damaged"});
    }
    for (const MeCab::Node* node = lattice.bos_node()->next; node->stat != MECAB_EOS_NODE; node = node->next) {
      __builtin_prefetch(node->next->feature);
      morphemes.push_back({static_cast<std::uint32_t>(node->surface - text.data()), node->length,
                           node->stat == MECAB_NOR_NODE, desk.features.of(node->feature)});
    }
  }

  std::unique_ptr<MeCab::Model> model_;
  std::unique_ptr<MeCab::Tagger> tagger_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Desk>> desks_;
};

Tagger::Tagger(const fs::path& ipadic, const fs::path& user_dictionary) {
  check_dictionaries(ipadic, user_dictionary);
  impl_ = std::make_unique<Impl>(ipadic, user_dictionary);
  const std::vector<Morpheme> probe = tag("水");
  if (probe.size() != 1 || probe[0].features.part_of_speech() != "名詞" || probe[0].features.reading() != "ミズ") {
    throw bad_dictionary(ipadic / "sys.dic");
  }
}

Tagger::~Tagger() = default;

std::vector<Morpheme> Tagger::tag(std::string_view text) const {
  return impl_->tag(text);
}

}  // namespace chiho
