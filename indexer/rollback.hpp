// The generation before, in service again.
#pragma once

#include <filesystem>
#include <functional>

namespace chiho {

// The live generation becomes the one before, so that a second time leads back. `waits` is called once where a build
// must be waited for; without it, that is Error io. Throws Error index if there is no index, or the generation before
// is damaged; Error usage if there is none before.
void roll_back(const std::filesystem::path& db, const std::function<void()>& waits = {});

}  // namespace chiho
