#include "speech/neural/align.h"

#include <algorithm>
#include <cstdint>

namespace aloud {
namespace {

bool is_sound(char32_t c) {
    return c != U' ' && c != U'ˈ' && c != U'ˌ';
}

/// Sounds alone, and where each stood.
struct Sounds {
    std::u32string sounds;
    std::vector<std::size_t> places;
};

Sounds sounds_of(std::u32string_view symbols) {
    Sounds out;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (!is_sound(symbols[i])) continue;
        out.sounds += symbols[i];
        out.places.push_back(i);
    }
    return out;
}

/// Edit distances of all beginnings of `a` and `b`, a row for each of `a`.
std::vector<std::uint16_t> distances(std::u32string_view a, std::u32string_view b) {
    const std::size_t width = b.size() + 1;
    std::vector<std::uint16_t> cost((a.size() + 1) * width);
    for (std::size_t j = 0; j < width; ++j) cost[j] = static_cast<std::uint16_t>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        cost[i * width] = static_cast<std::uint16_t>(i);
        for (std::size_t j = 1; j < width; ++j) {
            const int other = a[i - 1] == b[j - 1] ? 0 : 1;
            const int changed = cost[(i - 1) * width + j - 1] + other;
            const int gone = cost[(i - 1) * width + j] + 1;
            const int added = cost[i * width + j - 1] + 1;
            cost[i * width + j] = static_cast<std::uint16_t>(std::min({changed, gone, added}));
        }
    }
    return cost;
}

}  // namespace

std::vector<std::size_t> align_words(const std::vector<std::u32string>& alone, std::u32string_view clause) {
    std::u32string all;
    std::vector<std::size_t> first;  // of each word in `all`
    for (const std::u32string& word : alone) {
        first.push_back(all.size());
        all += sounds_of(word).sounds;
    }
    const Sounds heard = sounds_of(clause);
    const std::vector<std::uint16_t> cost = distances(all, heard.sounds);
    const std::size_t width = heard.sounds.size() + 1;
    std::vector<std::size_t> met(all.size() + 1, heard.sounds.size());  // for each sound of `all`
    std::size_t i = all.size(), j = heard.sounds.size();
    while (i > 0 || j > 0) {
        const std::uint16_t here = cost[i * width + j];
        const int other = i > 0 && j > 0 && all[i - 1] == heard.sounds[j - 1] ? 0 : 1;
        if (i > 0 && j > 0 && here == cost[(i - 1) * width + j - 1] + other) {
            met[--i] = --j;
        } else if (i > 0 && here == cost[(i - 1) * width + j] + 1) {
            met[--i] = j;
        } else {
            --j;
        }
    }
    std::vector<std::size_t> begins;
    for (const std::size_t at : first) {
        const std::size_t sound = met[at];
        std::size_t place = sound < heard.places.size() ? heard.places[sound] : clause.size();
        while (place > 0 && (clause[place - 1] == U'ˈ' || clause[place - 1] == U'ˌ')) --place;
        if (begins.empty()) place = 0;
        begins.push_back(begins.empty() ? place : std::max(place, begins.back()));
    }
    return begins;
}

}  // namespace aloud
