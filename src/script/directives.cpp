#include "script/directives.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

#include "util/error.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::string_view prefix = "aloud:";

/// "…" or the bare rest.
std::string quoted(std::string_view text, const char* directive) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"“", "”"}})
        if (text.size() >= open.size() + close.size() && text.starts_with(open) && text.ends_with(close))
            return collapse_spaces(text.substr(open.size(), text.size() - open.size() - close.size()));
    throw InputError(fmt::format("write it as: {} \"…\"", directive));
}

int duration(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view unit = trim(text.substr(static_cast<std::size_t>(end - text.data())));
    const double factor = unit == "s" ? 1000 : unit == "ms" ? 1 : 0;
    if (error != std::errc() || factor == 0 || value < 0 || value * factor > 60000)
        throw InputError("write a pause as 2s or 500ms, at most a minute");
    return static_cast<int>(value * factor);
}

}  // namespace

bool is_directive(std::string_view comment) {
    return trim(comment).starts_with(prefix);
}

Directive parse_directive(std::string_view comment) {
    const std::string_view text = trim(trim(comment).substr(prefix.size()));
    const std::size_t space = text.find_first_of(" \t\n");
    const std::string name(text.substr(0, space));
    const std::string_view rest = space == std::string_view::npos ? std::string_view() : trim(text.substr(space));
    using Kind = Directive::Kind;
    static const std::map<std::string, Kind> names = {
        {"skip", Kind::skip},   {"only", Kind::only},   {"end", Kind::end},         {"say", Kind::say},
        {"voice", Kind::voice}, {"pause", Kind::pause}, {"chapter", Kind::chapter}, {"sound", Kind::sound}};
    const auto found = names.find(name);
    if (found == names.end()) {
        std::vector<std::string> known;
        for (const auto& [known_name, kind] : names) known.push_back(known_name);
        const auto meant = nearest(name, known);
        throw InputError(
            fmt::format("unknown directive \"{}\"{}", printable(name),
                        meant ? fmt::format("; did you mean \"{}\"?", *meant) : "; known are " + join(known, ", ")));
    }
    Directive directive;
    directive.kind = found->second;
    switch (directive.kind) {
        case Kind::skip:
        case Kind::end:
            if (!rest.empty()) throw InputError(fmt::format("\"{}\" takes nothing after it", name));
            break;
        case Kind::only:
            directive.text = collapse_spaces(rest);
            break;
        case Kind::say:
        case Kind::chapter:
            directive.text = quoted(rest, name.c_str());
            if (directive.text.empty()) throw InputError(fmt::format("\"{}\" has no text", name));
            break;
        case Kind::voice:
        case Kind::sound:
            directive.text = std::string(rest);
            if (rest.starts_with('"')) directive.text = quoted(rest, name.c_str());
            if (directive.text.empty()) throw InputError(fmt::format("\"{}\" names nothing", name));
            break;
        case Kind::pause:
            directive.milliseconds = duration(rest);
            break;
    }
    return directive;
}

}  // namespace aloud
