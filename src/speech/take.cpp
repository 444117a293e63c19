#include "speech/take.h"

#include <bit>
#include <cstring>
#include <limits>

#include "lib/ffmpeg/decode.h"
#include "lib/ffmpeg/flac.h"
#include "util/error.h"

namespace aloud {
namespace {

// "ATK1", then little-endian: coding u32, rate u32, samples u64, marks u64; each mark place u64 and sample i64; then
// the samples as s16le or as a FLAC file.
constexpr std::string_view magic = "ATK1";
static_assert(std::endian::native == std::endian::little, "takes are stored as this machine has them");

template <typename Number>
void put(std::string& out, Number value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof value);
}

template <typename Number>
bool get(std::string_view& in, Number& value) {
    if (in.size() < sizeof value) return false;
    std::memcpy(&value, in.data(), sizeof value);
    in.remove_prefix(sizeof value);
    return true;
}

}  // namespace

std::string pack_take(const Take& take, TakeCoding coding) {
    std::string out(magic);
    put(out, static_cast<std::uint32_t>(coding));
    put(out, static_cast<std::uint32_t>(take.rate));
    put(out, static_cast<std::uint64_t>(take.samples.size()));
    put(out, static_cast<std::uint64_t>(take.marks.size()));
    for (const Mark& mark : take.marks) {
        put(out, static_cast<std::uint64_t>(mark.place));
        put(out, mark.sample);
    }
    if (coding == TakeCoding::flac) {
        out += encode_flac({take.rate, take.samples});
    } else {
        const std::size_t begin = out.size();
        out.resize(begin + take.samples.size() * 2);
        if (!take.samples.empty()) std::memcpy(out.data() + begin, take.samples.data(), take.samples.size() * 2);
    }
    return out;
}

std::optional<Take> unpack_take(std::string_view in) {
    if (!in.starts_with(magic)) return std::nullopt;
    in.remove_prefix(magic.size());
    std::uint32_t coding = 0, rate = 0;
    std::uint64_t samples = 0, marks = 0;
    if (!get(in, coding) || !get(in, rate) || !get(in, samples) || !get(in, marks)) return std::nullopt;
    if (coding > 1 || rate < 1000 || rate > 400000 || marks > in.size() / 16) return std::nullopt;
    Take take;
    take.rate = static_cast<int>(rate);
    take.marks.resize(marks);
    for (Mark& mark : take.marks) {
        std::uint64_t place = 0;
        if (!get(in, place) || !get(in, mark.sample)) return std::nullopt;
        mark.place = place;
    }
    if (coding == static_cast<std::uint32_t>(TakeCoding::pcm)) {
        if (in.size() % 2 != 0 || samples != in.size() / 2) return std::nullopt;
        take.samples.resize(samples);
        if (samples > 0) std::memcpy(take.samples.data(), in.data(), in.size());
        return take;
    }
    try {
        Pcm pcm = decode_audio(in);
        if (pcm.rate != take.rate || pcm.samples.size() != samples) return std::nullopt;
        take.samples = std::move(pcm.samples);
        return take;
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace aloud
