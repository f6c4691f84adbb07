#include "bytes/compression.hpp"

#include <zdict.h>
#include <zstd.h>

#include <new>
#include <vector>

namespace chiho {

namespace {

// Fewer samples than this, or bytes of them a byte of dictionary, tell zstd too little.
constexpr std::size_t fewest_samples = 64;
constexpr std::size_t least_ratio = 8;

struct Free {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

// zstd gives null only where memory is short.
template <typename T>
T* not_null(T* made) {
  if (made == nullptr) throw std::bad_alloc();
  return made;
}

// The one of this thread, as good as new.
ZSTD_DCtx* clean_context() {
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(not_null(ZSTD_createDCtx()));
  ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
  return context.get();
}

// Every frame begins with these bytes (RFC 8878, 3.1.1): not worth keeping.
constexpr std::string_view magic("\x28\xB5\x2F\xFD", 4);

std::optional<std::string> decompressed(ZSTD_DCtx* context, std::string_view kept, std::size_t most) {
  const std::string packed = std::string(magic) + std::string(kept);
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > most) return std::nullopt;
  std::string data(size, '\0');
  const std::size_t written = ZSTD_decompressDCtx(context, data.data(), data.size(), packed.data(), packed.size());
  return written == data.size() ? std::optional(std::move(data)) : std::nullopt;
}

}  // namespace

std::string dictionary_of(std::span<const std::string> samples, std::size_t size) {
  std::string all;
  std::vector<std::size_t> sizes;
  for (const auto& sample : samples) {
    all += sample;
    sizes.push_back(sample.size());
  }
  if (samples.size() < fewest_samples || all.size() < size * least_ratio) return {};
  std::string dictionary(size, '\0');
  const std::size_t made = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), all.data(), sizes.data(),
                                                 static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(made) != 0U) return {};
  dictionary.resize(made);
  return dictionary;
}

struct Compressor::Impl {
  int level = fast;
  std::unique_ptr<ZSTD_CCtx, Free> context{not_null(ZSTD_createCCtx())};
  std::unique_ptr<ZSTD_CDict, Free> dictionary;

  std::string compress(std::string_view data) const {
    std::string packed(ZSTD_compressBound(data.size()), '\0');
    const std::size_t size = ZSTD_compress2(context.get(), packed.data(), packed.size(), data.data(), data.size());
    if (ZSTD_isError(size) != 0U) throw std::bad_alloc();  // the bound is kept: nothing else can fail
    packed.resize(size);
    return packed.substr(magic.size());
  }

  void clean() const {
    ZSTD_CCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0);
  }
};

Compressor::Compressor(std::string_view dictionary, int level) : impl_(std::make_unique<Impl>()) {
  impl_->level = level;
  if (!dictionary.empty())
    impl_->dictionary.reset(not_null(ZSTD_createCDict(dictionary.data(), dictionary.size(), level)));
}

Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;

std::string Compressor::compress(std::string_view data) {
  impl_->clean();
  ZSTD_CCtx_refCDict(impl_->context.get(), impl_->dictionary.get());
  return impl_->compress(data);
}

std::string Compressor::compress_beside(std::string_view data, std::string_view text) {
  impl_->clean();
  ZSTD_CCtx_refPrefix(impl_->context.get(), text.data(), text.size());
  return impl_->compress(data);
}

struct Decompressor::Dictionary {
  explicit Dictionary(std::string_view bytes) : made(not_null(ZSTD_createDDict(bytes.data(), bytes.size()))) {}

  std::unique_ptr<ZSTD_DDict, Free> made;
};

Decompressor::Decompressor(std::string_view dictionary) {
  if (!dictionary.empty()) dictionary_ = std::make_shared<Dictionary>(dictionary);
}

std::optional<std::string> Decompressor::decompress(std::string_view packed, std::size_t most) const {
  ZSTD_DCtx* context = clean_context();
  if (dictionary_) ZSTD_DCtx_refDDict(context, dictionary_->made.get());
  return decompressed(context, packed, most);
}

std::optional<std::string> Decompressor::decompress_beside(std::string_view packed, std::string_view text,
                                                           std::size_t most) const {
  ZSTD_DCtx* context = clean_context();
  ZSTD_DCtx_refPrefix(context, text.data(), text.size());
  return decompressed(context, packed, most);
}

}  // namespace chiho
