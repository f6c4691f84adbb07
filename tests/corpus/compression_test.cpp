#include "bytes/compression.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <vector>

using namespace chiho;

namespace {

constexpr std::size_t most = 1U << 20U;

std::vector<std::string> records() {
  std::vector<std::string> all;
  for (int i = 0; i < 2000; ++i)
    all.push_back(fmt::format("第{}号の記録です。担当の部署は第{}課、電話は03-5501-{:04}、お問い合わせはこちらまで。",
                              i, i % 7, i * 37 % 10000));
  return all;
}

}  // namespace

TEST_CASE("what was compressed comes back, whatever it is") {
  Compressor plain;
  for (const std::string& data :
       {std::string(), std::string("水"), std::string(100000, 'a'), std::string("\0\xFF\n", 3)}) {
    CAPTURE(data.size());
    const std::string packed = plain.compress(data);
    CHECK(Decompressor().decompress(packed, most) == data);
    CHECK(Decompressor().decompress_beside(plain.compress_beside(data, "水道"), "水道", most) == data);
  }
}

TEST_CASE("a dictionary makes small texts smaller, and is needed again") {
  const auto samples = records();
  const std::string dictionary = dictionary_of(samples, 4096);
  REQUIRE_FALSE(dictionary.empty());
  Compressor with(dictionary);
  Compressor without;
  CHECK(with.compress(samples[5]).size() * 2 < without.compress(samples[5]).size());
  CHECK(Decompressor(dictionary).decompress(with.compress(samples[5]), most) == samples[5]);
  CHECK(Decompressor().decompress(with.compress(samples[5]), most) != samples[5]);
  CHECK(dictionary_of(samples, 4096) == dictionary);  // the same samples, the same index
  CHECK(dictionary_of(std::vector<std::string>(3, "水道"), 4096).empty());
}

TEST_CASE("beside a text that is much the same, little is left") {
  const std::string text = records()[5];
  Compressor plain;
  CHECK(plain.compress_beside("{\"text\":\"" + text + "\"}", text).size() < 40);
}

TEST_CASE("damaged data, and such as would fill the memory, give nothing") {
  Compressor plain;
  const std::string packed = plain.compress(std::string(100000, 'a'));
  CHECK_FALSE(Decompressor().decompress(packed, 99999));
  CHECK_FALSE(Decompressor().decompress(packed.substr(0, packed.size() / 2), most));
  CHECK_FALSE(Decompressor().decompress("", most));
  CHECK_FALSE(Decompressor().decompress("no zstd at all", most));
}
