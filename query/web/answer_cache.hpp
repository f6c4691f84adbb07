// Pages that were made already, of the generation in service: the same question has the same answer until the index
// changes. The least asked for go first.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace chiho::web {

struct WebResponse;

class AnswerCache {
 public:
  // `most`: bytes of keys and bodies.
  explicit AnswerCache(std::size_t most) : most_(most) {}

  // Null if there is none. Another series than before empties it.
  std::shared_ptr<const WebResponse> find(std::uint64_t series, const std::string& key);
  void put(std::uint64_t series, const std::string& key, std::shared_ptr<const WebResponse> answer);

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const WebResponse> answer;
  };

  void begin(std::uint64_t series);
  static std::size_t size_of(const Entry& entry);

  std::size_t most_;
  std::mutex mutex_;
  std::uint64_t series_ = 0;
  std::size_t size_ = 0;
  std::list<Entry> entries_;  // the last used first
  std::unordered_map<std::string, std::list<Entry>::iterator> places_;
};

}  // namespace chiho::web
