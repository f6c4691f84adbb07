// Any query is answered or refused, and its JSON is whole.
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "error/error.hpp"
#include "indexer/build.hpp"
#include "query/index/index.hpp"
#include "query/search/searcher.hpp"
#include "query/show/render_json.hpp"
#include "query/show/render_text.hpp"

namespace fs = std::filesystem;

namespace {

struct Engine {
  Engine() : db(made()), index(db) {}

  static fs::path made() {
    const fs::path dir = fs::temp_directory_path() / ("chiho-fuzz-" + std::to_string(::getpid()));
    fs::create_directories(dir);
    std::ofstream(dir / "a.jsonl")
        << R"({"id":"a","title":"上水道","text":"カンボジアの上水道を支えた。ODA です。","office":["人事課"]})"
        << "\n"
        << R"({"id":"b","type":"contact","text":"","title":"人事課","office":["人事課"],"phone":"03-5501-8087"})"
        << "\n";
    chiho::BuildRequest request;
    request.sources = {dir / "a.jsonl"};
    request.db = dir / "index";
    chiho::build(request, chiho::Analyzer());
    return request.db;
  }

  fs::path db;
  chiho::Index index;
  chiho::Analyzer analyzer;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const Engine engine;
  static const chiho::Searcher searcher(engine.index, engine.analyzer, nullptr);
  chiho::Request request;
  request.query.assign(reinterpret_cast<const char*>(data), size);
  try {
    const auto answer = searcher.search(request);
    if (chiho::render_json(answer).back() != '\n') std::abort();
    chiho::render_text(answer, {});
  } catch (const chiho::Error&) {
  }
  return 0;
}
