#include "lib/icu/text.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/normlzr.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <array>
#include <map>
#include <mutex>

#include "util/error.h"
#include "util/text.h"

namespace aloud {
namespace {

void check(UErrorCode status, const char* doing) {
    if (U_FAILURE(status)) throw Error(std::string(doing) + ": " + u_errorName(status));
}

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

icu::BreakIterator& sentence_iterator(const std::string& language) {
    // Making one costs milliseconds; each thread keeps one for each language that it meets.
    thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> iterators;
    auto& iterator = iterators[language];
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(
            icu::BreakIterator::createSentenceInstance(icu::Locale::createCanonical(language.c_str()), status));
        check(status, "createSentenceInstance");
    }
    return *iterator;
}

bool has_script(char32_t c, UScriptCode script) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status) == script;
}

/// `made` keeps what is costly to make; a transliterator serves one thread.
std::string transliterated(std::string_view text, const char* rules, std::unique_ptr<icu::Transliterator>& made) {
    if (!made) {
        UErrorCode status = U_ZERO_ERROR;
        made.reset(icu::Transliterator::createInstance(rules, UTRANS_FORWARD, status));
        check(status, "Transliterator::createInstance");
    }
    icu::UnicodeString units =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    made->transliterate(units);
    std::string out;
    units.toUTF8String(out);
    return out;
}

}  // namespace

std::vector<std::size_t> sentence_starts(std::string_view text, const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> opened(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    check(status, "utext_openUTF8");
    icu::BreakIterator& iterator = sentence_iterator(language);
    iterator.setText(opened.get(), status);
    check(status, "setText");
    std::vector<std::size_t> starts;
    for (std::int32_t at = iterator.first(); at != icu::BreakIterator::DONE; at = iterator.next())
        starts.push_back(static_cast<std::size_t>(at));
    return starts;
}

std::vector<CodePoint> code_points(std::string_view text) {
    std::vector<CodePoint> all;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > text.size()) break;  // texts are checked when they are read; this only guards
        char32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
        for (std::size_t i = 1; i < length; ++i)
            value = (value << 6u) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
        all.push_back({value, at, length});
        at += length;
    }
    return all;
}

std::string to_utf8(char32_t code_point) {
    std::string text;
    icu::UnicodeString(static_cast<UChar32>(code_point)).toUTF8String(text);
    return text;
}

bool is_letter(char32_t c) {
    return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) {
    return u_isdigit(static_cast<UChar32>(c)) != 0;
}
bool is_upper(char32_t c) {
    return u_isupper(static_cast<UChar32>(c)) != 0;
}
bool is_han(char32_t c) {
    return has_script(c, USCRIPT_HAN);
}
bool is_latin(char32_t c) {
    return has_script(c, USCRIPT_LATIN);
}

bool is_emoji(char32_t c) {
    const auto u = static_cast<UChar32>(c);
    return u_hasBinaryProperty(u, UCHAR_EMOJI_PRESENTATION) != 0 ||
           (c > 0xFF && u_hasBinaryProperty(u, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 && c != 0x2122 &&
            !(c >= 0x2190 && c <= 0x21FF));
}

bool is_emoji_part(char32_t c) {
    return c == 0xFE0F || c == 0xFE0E || c == 0x200D || c == 0x20E3 ||
           u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_MODIFIER) != 0 || (c >= 0xE0020 && c <= 0xE007F);
}

bool is_regional(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

std::string flag_name(char32_t first, char32_t second) {
    const std::string country = {static_cast<char>('A' + (first - 0x1F1E6)),
                                 static_cast<char>('A' + (second - 0x1F1E6))};
    icu::UnicodeString name;
    icu::Locale("", country.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
    std::string text;
    name.toUTF8String(text);
    return "flag of " + text;
}

bool is_decoration(char32_t c) {
    return (c >= 0x2500 && c <= 0x25FF) ||  // box drawing, blocks, geometric shapes
           (c >= 0x2600 && c <= 0x26FF) ||  // miscellaneous symbols: ★ ☆
           (c >= 0x2700 && c <= 0x27BF) ||  // dingbats
           (c >= 0x2B00 && c <= 0x2BFF) || c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x203B;
}

std::string character_name(char32_t c) {
    std::array<char, 128> name{};
    UErrorCode status = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(c), U_EXTENDED_CHAR_NAME, name.data(), static_cast<std::int32_t>(name.size()),
               &status);
    check(status, "u_charName");
    return to_lower(name.data());
}

std::string folded(std::string_view text) {
    std::string out;
    for (const CodePoint& c : code_points(text))
        if (u_isalnum(static_cast<UChar32>(c.value)))
            out += to_utf8(static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c.value), U_FOLD_CASE_DEFAULT)));
    return out;
}

std::string han_to_pinyin(std::string_view text) {
    thread_local std::unique_ptr<icu::Transliterator> pinyin;
    return transliterated(text, "Han-Latin; NFD; [:Mn:] Remove; NFC", pinyin);
}

std::string to_latin(std::string_view text) {
    thread_local std::unique_ptr<icu::Transliterator> latin;
    return transliterated(text, "Any-Latin; Latin-ASCII; [:^ASCII:] Remove", latin);
}

}  // namespace aloud
