#include "show/web_address.h"

#include <algorithm>
#include <cstddef>

namespace aloud {
namespace {

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

bool is_web_address(std::string_view text) {
    constexpr std::string_view schemes[] = {"https://", "http://"};
    const auto* scheme = std::find_if(std::begin(schemes), std::end(schemes),
                                      [&](std::string_view known) { return text.starts_with(known); });
    if (scheme == std::end(schemes)) return false;
    const std::string_view rest = text.substr(scheme->size());
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    const bool host_is_sound =
        !host.empty() && (is_letter_or_digit(host.front()) || host.front() == '[') &&
        std::all_of(host.begin(), host.end(), [](char c) {
            return is_letter_or_digit(c) || std::string_view(".-_~:@%[]").find(c) != std::string_view::npos;
        });
    return host_is_sound && std::all_of(rest.begin(), rest.end(), [](char c) {
               return c > ' ' && c < 0x7f && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
           });
}

}  // namespace aloud
