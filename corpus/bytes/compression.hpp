// zstd, for many small texts: with a dictionary made of some of them, or beside a text that is much the same.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace chiho {

// What is common to texts like the samples, at most `size` bytes. Empty where there are too few to tell.
std::string dictionary_of(std::span<const std::string> samples, std::size_t size);

// One thread's.
class Compressor {
 public:
  // zstd's levels: for what is written often, and for what is read more often than that.
  static constexpr int fast = 3;
  static constexpr int thorough = 15;

  explicit Compressor(std::string_view dictionary = {}, int level = fast);
  ~Compressor();
  Compressor(Compressor&&) noexcept;
  Compressor& operator=(Compressor&&) = delete;

  [[nodiscard]] std::string compress(std::string_view data);
  // By what the data share with a text that will be at hand again, not by the dictionary.
  [[nodiscard]] std::string compress_beside(std::string_view data, std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Any number of threads may use one.
class Decompressor {
 public:
  // The dictionary is that of the compressor.
  explicit Decompressor(std::string_view dictionary = {});

  // None where the data are damaged, or would be larger than `most` bytes.
  [[nodiscard]] std::optional<std::string> decompress(std::string_view packed, std::size_t most) const;
  [[nodiscard]] std::optional<std::string> decompress_beside(std::string_view packed, std::string_view text,
                                                             std::size_t most) const;

 private:
  struct Dictionary;
  std::shared_ptr<const Dictionary> dictionary_;  // null without one
};

}  // namespace chiho
