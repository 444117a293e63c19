#include <unicode/regex.h>

#include "lib/icu/text.h"
#include "util/error.h"

namespace aloud {

struct Regex::State {
    std::unique_ptr<icu::RegexPattern> pattern;
};

Regex::Regex(const std::string& pattern) : state_(std::make_unique<State>()) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    state_->pattern.reset(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern), 0, where, status));
    if (U_FAILURE(status))
        throw Error("\"" + pattern + "\" is no regular expression: " + u_errorName(status) + " at character " +
                    std::to_string(where.offset));
}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

bool Regex::find(std::string_view text) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString units =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    const std::unique_ptr<icu::RegexMatcher> matcher(state_->pattern->matcher(units, status));
    if (U_SUCCESS(status)) matcher->setTimeLimit(500, status);  // ICU's steps, about a millisecond each
    if (U_SUCCESS(status)) matcher->setStackLimit(8 * 1024 * 1024, status);
    const bool found = U_SUCCESS(status) && matcher->find(status) != 0;
    if (U_FAILURE(status)) throw Error(std::string("a regular expression was given up: ") + u_errorName(status));
    return found;
}

}  // namespace aloud
