#include "script/frame.h"

#include <fmt/format.h>

#include <map>

#include "util/text.h"

namespace aloud {
namespace {

using Values = std::map<std::string, std::string>;

Values values_of(const Issue& issue, const Show& show) {
    Values values = {{"show", show.title}, {"title", issue.title}, {"author", issue.meta.author.value_or(show.author)}};
    if (issue.meta.number) values["number"] = std::to_string(*issue.meta.number);
    if (issue.date.time.time_since_epoch().count() != 0) values["date"] = long_date(issue.date);
    return values;
}

/// A template's sentences: divided behind . ! ? and a space.
std::vector<std::string> template_sentences(const std::string& text) {
    std::vector<std::string> all;
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if ((text[i] == '.' || text[i] == '!' || text[i] == '?') && text[i + 1] == ' ') {
            all.push_back(text.substr(begin, i + 1 - begin));
            begin = i + 2;
        }
    all.push_back(text.substr(begin));
    return all;
}

/// Nothing when a placeholder has no value.
std::optional<std::string> fill(const std::string& text, const Values& values) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t close = text[i] == '{' ? text.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
            // "Why now?" and the template's own full stop: one mark is enough.
            const bool doubled = text[i] == '.' && (out.ends_with('?') || out.ends_with('!') || out.ends_with('.'));
            if (!doubled) out += text[i];
            continue;
        }
        const auto value = values.find(text.substr(i + 1, close - i - 1));
        if (value == values.end() || value->second.empty()) return std::nullopt;
        out += value->second;
        i = close;
    }
    return collapse_spaces(out);
}

std::vector<Sentence> filled(const std::string& text, const Issue& issue, const Show& show) {
    const Values values = values_of(issue, show);
    std::vector<Sentence> sentences;
    for (const std::string& one : template_sentences(text))
        if (const auto said = fill(one, values); said && !said->empty())
            sentences.push_back({*said, *said, issue.language});
    return sentences;
}

}  // namespace

std::vector<Sentence> intro_sentences(const Issue& issue, const Show& show) {
    return filled(show.narration.intro.value_or("{title}."), issue, show);
}

std::vector<Sentence> outro_sentences(const Issue& issue, const Show& show) {
    if (show.narration.outro) return filled(*show.narration.outro, issue, show);
    std::string text = "You have been listening to {show}.";
    if (show.narration.disclosure) text += " This episode was read by a synthetic voice.";
    return filled(text, issue, show);
}

}  // namespace aloud
