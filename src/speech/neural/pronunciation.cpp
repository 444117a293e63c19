#include "speech/neural/pronunciation.h"

#include <algorithm>

namespace aloud {
namespace {

/// Index at which the second piece begins; at most `limit`, never 0.
std::size_t divide_at(std::u32string_view symbols, std::size_t limit) {
    const std::u32string_view head = symbols.substr(0, limit);
    for (const std::u32string_view ends : {U".!?…", U";:—", U",", U" "}) {
        for (std::size_t at = head.size(); at > limit / 3; --at)
            if (ends.find(head[at - 1]) != std::u32string_view::npos) return at;
    }
    return limit;
}

}  // namespace

std::vector<Pronunciation> divide(const Pronunciation& whole, std::size_t limit) {
    std::vector<Pronunciation> pieces;
    for (std::size_t begin = 0; begin < whole.symbols.size();) {
        const std::u32string_view rest = std::u32string_view(whole.symbols).substr(begin);
        const std::size_t end = begin + (rest.size() <= limit ? rest.size() : divide_at(rest, limit));
        Pronunciation piece;
        piece.symbols = whole.symbols.substr(begin, end - begin);
        for (const Pronunciation::Word& word : whole.words)
            if (word.symbol >= begin && word.symbol < end) piece.words.push_back({word.place, word.symbol - begin});
        pieces.push_back(std::move(piece));
        begin = end;
    }
    return pieces;
}

}  // namespace aloud
