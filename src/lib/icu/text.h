// ICU: sentences, scripts, emoji, transliteration, regular expressions. UTF-8 in and out; offsets are bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// Byte offsets at which sentences begin by ICU's rules for the language (UAX 29), the end of the text last.
std::vector<std::size_t> sentence_starts(std::string_view text, const std::string& language);

/// One code point of a text and its byte offset.
struct CodePoint {
    char32_t value = 0;
    std::size_t offset = 0;
    std::size_t length = 0;
};
std::vector<CodePoint> code_points(std::string_view text);
std::string to_utf8(char32_t code_point);

bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_han(char32_t c);
bool is_latin(char32_t c);
/// Emoji as people mean it: presented as a picture, or made one by a variation selector, joiner, modifier or flag.
bool is_emoji(char32_t c);
bool is_emoji_part(char32_t c);
/// A flag is two letters of these.
bool is_regional(char32_t c);
/// "flag of China" for 🇨🇳's two letters.
std::string flag_name(char32_t first, char32_t second);
/// Ornaments: geometric shapes, box drawing, dingbats, stars, bullets, arrows used as marks.
bool is_decoration(char32_t c);
/// The Unicode name, in lower case.
std::string character_name(char32_t c);
/// Case folded, with only letters and digits left, for comparisons.
std::string folded(std::string_view text);
/// Han as pinyin without tone marks, a space between syllables; the rest as it is.
std::string han_to_pinyin(std::string_view text);

/// Any script in ASCII letters, by sound: "Москва" Moskva, "你好" ni hao. What has no such form goes.
std::string to_latin(std::string_view text);

/// An ICU regular expression with limits on time and stack, so that no pattern and no text can hold a build up.
class Regex {
  public:
    /// Throws Error saying what is wrong with the pattern.
    explicit Regex(const std::string& pattern);
    ~Regex();
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;
    /// Found anywhere in the text. Throws Error when it takes too long.
    bool find(std::string_view text) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace aloud
