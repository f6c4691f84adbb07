#include "indexer/line_sorter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <list>
#include <optional>

#include "bytes/file.hpp"

namespace chiho {

namespace fs = std::filesystem;

namespace {

// The lines of one sorter that it holds, or of one of its files.
class Source {
 public:
  explicit Source(std::vector<std::string_view> held) : held_(std::move(held)) { advance(); }
  explicit Source(const fs::path& file) : name_(file), file_(file, std::ios::binary) {
    if (!file_) throw_unreadable(file);
    advance();
  }

  [[nodiscard]] const std::optional<std::string_view>& line() const { return line_; }
  void advance() {
    line_.reset();
    if (name_.empty()) {
      if (next_ < held_.size()) line_ = held_[next_++];
    } else if (std::getline(file_, read_)) {
      line_ = read_;
    } else if (file_.bad()) {
      throw_unreadable(name_);
    }
  }

 private:
  std::vector<std::string_view> held_;
  std::size_t next_ = 0;
  fs::path name_;
  std::ifstream file_;
  std::string read_;
  std::optional<std::string_view> line_;
};

}  // namespace

LineSorter::~LineSorter() {
  std::error_code ignored;
  for (const auto& run : runs_) fs::remove(run, ignored);
}

void LineSorter::add(std::string_view line) {
  held_ += line;
  ends_.push_back(static_cast<std::uint32_t>(held_.size()));
  if (held_.size() + ends_.size() * sizeof ends_.front() >= most_) write_run();
}

std::vector<std::string_view> LineSorter::sorted() const {
  std::vector<std::string_view> lines;
  lines.reserve(ends_.size());
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    lines.push_back(std::string_view(held_).substr(begin, end - begin));
    begin = end;
  }
  std::ranges::sort(lines);
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

void LineSorter::write_run() {
  const fs::path& run = runs_.emplace_back(fmt::format("{}-{}", name_.string(), runs_.size()));
  std::ofstream out(run, std::ios::binary);
  for (const std::string_view line : sorted()) out << line << '\n';
  if (!out.flush()) throw_unwritable(run);
  held_.clear();
  ends_.clear();
}

void LineSorter::merge(const std::vector<const LineSorter*>& all, const std::function<void(std::string_view)>& take) {
  std::list<Source> sources;
  for (const LineSorter* sorter : all) {
    sources.emplace_back(sorter->sorted());
    for (const auto& run : sorter->runs_) sources.emplace_back(run);
  }
  std::string line;
  while (true) {
    std::optional<std::string_view> least;
    for (const Source& source : sources)
      if (source.line() && (!least || *source.line() < *least)) least = source.line();
    if (!least) return;
    line = *least;
    for (Source& source : sources)
      if (source.line() == line) source.advance();
    take(line);
  }
}

}  // namespace chiho
