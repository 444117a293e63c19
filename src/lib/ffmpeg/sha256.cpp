extern "C" {
#include <libavutil/mem.h>
#include <libavutil/sha.h>
}

#include <fmt/format.h>

#include <array>

#include "lib/ffmpeg/sha256.h"
#include "util/error.h"

namespace aloud {

void Sha256::Free::operator()(AVSHA* hash) const {
    av_free(hash);
}

Sha256::Sha256() : hash_(av_sha_alloc()) {
    if (!hash_ || av_sha_init(hash_.get(), 256) != 0) throw Error("av_sha_init failed");
}

Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) {
    av_sha_update(hash_.get(), reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string Sha256::hex_digest() {
    std::array<std::uint8_t, 32> digest{};
    av_sha_final(hash_.get(), digest.data());
    std::string hex;
    for (const std::uint8_t byte : digest) hex += fmt::format("{:02x}", byte);
    return hex;
}

}  // namespace aloud
