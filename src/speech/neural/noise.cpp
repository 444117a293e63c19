#include "speech/neural/noise.h"

#include <bit>

namespace aloud {
namespace {

/// Spreads few bits over many: the finaliser of SplitMix64.
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

}  // namespace

Noise::Noise(std::string_view seed) : state_() {
    std::uint64_t hash = seed.size();
    for (const char c : seed) hash = mixed(hash ^ static_cast<unsigned char>(c));
    for (std::uint64_t& word : state_) word = hash = mixed(hash);
}

void Noise::fill(std::span<float> values) {
    for (float& value : values) value = next();
}

float Noise::next() {
    // xoshiro256**, by Blackman and Vigna.
    const std::uint64_t bits = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);

    const auto sum = static_cast<std::int32_t>((bits & 0xFFFFu) + ((bits >> 16) & 0xFFFFu) + ((bits >> 32) & 0xFFFFu) +
                                               (bits >> 48)) -
                     2 * 0xFFFF;
    // Four even numbers from 0 to 2^16 - 1 have the variance 4 (2^32 - 1) / 12 together: the square of this.
    constexpr double deviation = 37837.2;
    return static_cast<float>(sum) * static_cast<float>(1 / deviation);
}

}  // namespace aloud
