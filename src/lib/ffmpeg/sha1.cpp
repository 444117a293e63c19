extern "C" {
#include <libavutil/mem.h>
#include <libavutil/sha.h>
}

#include <memory>

#include "lib/ffmpeg/sha1.h"
#include "util/error.h"

namespace aloud {

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
    const std::unique_ptr<AVSHA, void (*)(void*)> hash(av_sha_alloc(), av_free);
    if (!hash || av_sha_init(hash.get(), 160) != 0) throw Error("av_sha_init failed");
    av_sha_update(hash.get(), reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    std::array<std::uint8_t, 20> digest{};
    av_sha_final(hash.get(), digest.data());
    return digest;
}

}  // namespace aloud
