#include "script/addresses.h"

#include <cctype>

#include "util/text.h"

namespace aloud {
namespace {

/// White space, quotes and brackets that no address holds; Chinese, Japanese and Korean text goes on without a space,
/// so its characters and marks end an address, too and so do “ ” … and dashes (bytes E2 and up).
bool ends_address(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0xE2 && byte <= 0xEF) return true;
    return byte <= ' ' || std::string_view("<>\"`|").find(text[at]) != std::string_view::npos;
}
bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::string_view without_scheme(std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://", "mailto:"})
        if (to_lower(address.substr(0, scheme.size())) == scheme) address.remove_prefix(scheme.size());
    if (to_lower(address.substr(0, 4)) == "www.") address.remove_prefix(4);
    return address;
}

std::string dots(std::string_view host) {
    return replace_all(std::string(host), ".", " dot ");
}

/// Sentence punctuation and an unmatched bracket behind an address are not part of it.
std::size_t without_tail(std::string_view text, std::size_t begin, std::size_t end) {
    const bool opened = text.substr(begin, end - begin).find('(') != std::string_view::npos;
    while (end > begin) {
        const char last = text[end - 1];
        const bool stop = std::string_view(".,;:!?'*_").find(last) != std::string_view::npos;
        const bool bracket = (last == ')' && !opened) || last == ']';
        if (!stop && !bracket) break;
        --end;
    }
    return end;
}

/// The mail address around an '@', or an empty one.
Address mail_around(std::string_view text, std::size_t at) {
    std::size_t begin = at, end = at + 1;
    const auto local = [](char c) { return is_word(c) || c == '.' || c == '_' || c == '-' || c == '+'; };
    while (begin > 0 && local(text[begin - 1])) --begin;
    while (end < text.size() && (is_word(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
    end = without_tail(text, at, end);
    const std::string_view host = text.substr(at + 1, end - at - 1);
    if (begin == at || host.find('.') == std::string_view::npos || host.starts_with('.')) return {};
    return {begin, end};
}

}  // namespace

std::vector<Address> find_addresses(std::string_view text) {
    std::vector<Address> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool fresh = at == 0 || !is_word(text[at - 1]);
        const std::string_view rest = text.substr(at);
        Address address;
        const bool may_begin = fresh && std::string_view("hHwW").find(text[at]) != std::string_view::npos;
        const std::string scheme = may_begin ? to_lower(rest.substr(0, 8)) : "";
        if (scheme.starts_with("http://") || scheme.starts_with("https://") || scheme.starts_with("www.")) {
            std::size_t end = at;
            while (end < text.size() && !ends_address(text, end)) ++end;
            end = without_tail(text, at, end);
            if (without_scheme(text.substr(at, end - at)).size() > 2) address = {at, end};
        } else if (text[at] == '@') {
            address = mail_around(text, at);
        }
        if (address.end == 0 || (!found.empty() && address.begin < found.back().end)) continue;
        found.push_back(address);
        at = address.end - 1;
    }
    return found;
}

std::string say_address(std::string_view address) {
    address = without_scheme(address);
    const std::size_t at = address.find('@');
    if (at != std::string_view::npos && address.find('/') == std::string_view::npos)
        return dots(address.substr(0, at)) + " at " + dots(address.substr(at + 1, address.find('?') - at - 1));
    return "link to " + dots(address.substr(0, address.find_first_of("/?#:")));
}

std::string say_address_in_full(std::string_view address) {
    std::string out;
    for (const char c : without_scheme(address)) {
        switch (c) {
            case '.':
                out += " dot ";
                break;
            case '/':
                out += " slash ";
                break;
            case '-':
                out += " dash ";
                break;
            case '_':
                out += " underscore ";
                break;
            case '@':
                out += " at ";
                break;
            case '?':
                out += " question mark ";
                break;
            case '=':
                out += " equals ";
                break;
            case '&':
                out += " and ";
                break;
            case '#':
                out += " hash ";
                break;
            case ':':
                out += " colon ";
                break;
            default:
                out += c;
        }
    }
    return collapse_spaces(out);
}

}  // namespace aloud
