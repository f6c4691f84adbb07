#include "indexer/spool.hpp"

#include <string>
#include <utility>

#include "bytes/file.hpp"
#include "corpus/jsonl.hpp"

namespace chiho {

Spool::Spool(std::filesystem::path file) : file_(std::move(file)), out_(file_, std::ios::binary) {
  if (!out_) throw_unwritable(file_);
}

void Spool::add(std::string_view line) {
  out_ << line << '\n';
  if (!out_) throw_unwritable(file_);
  end_ += line.size() + 1;
}

void Spool::finish() {
  out_.close();
  if (!out_) throw_unwritable(file_);
}

void Spool::read(const SpoolRange& range, const std::function<void(Record&&)>& take) const {
  read_lines(range, [&](std::string_view line) { take(record_of_jsonl(line)); });
}

void Spool::read_lines(const SpoolRange& range, const std::function<void(std::string_view)>& take) const {
  std::ifstream in(file_, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(range.begin));
  std::string line;
  for (std::uint64_t at = range.begin; at < range.end; at += line.size() + 1) {
    if (!std::getline(in, line) || in.eof()) throw_unreadable(file_);  // eof: the line was cut off
    take(line);
  }
}

}  // namespace chiho
