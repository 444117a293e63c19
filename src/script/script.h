// The narration script: all that will be said, in order, and all that will not, with why. A value.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "issue/issue.h"
#include "show/show.h"

namespace aloud {

struct Sentence {
    std::string written;   ///< as the author wrote it: transcripts show this
    std::string spoken;    ///< what the voice is given
    std::string language;  ///< of this sentence's text
};

/// One paragraph-sized piece of the script.
struct Line {
    std::string id;     ///< stable while the text stays: 12 hex digits over kind, text and occurrence
    std::string kind;   ///< heading, paragraph, item, quote, cell, caption, note, intro, outro
    std::string role;   ///< body, quote, heading, note
    std::string voice;  ///< voice name that a directive or the show chose; empty: the default voice
    std::string language;
    std::vector<Sentence> sentences;
    int pause_before_ms = 0;
    int pause_after_ms = 0;
    std::optional<int> source_line;  ///< none for intro and outro
    std::string chapter;             ///< title of the chapter that the line lies in; "" before the first
    bool starts_chapter = false;
    std::optional<std::string> sound;  ///< `sound FILE`: played before the line (or instead of it, without sentences)

    std::string written() const;  ///< sentences joined by a space
    std::string spoken() const;
};

struct Omission {
    std::string kind;  ///< image code table html url footnote emoji math comment struck reference break skipped
                       ///< directive markup
    std::string text;
    std::string reason;
    int source_line = 0;
};

struct ScriptLink {
    std::string text;
    std::string url;
    int source_line = 0;
    std::size_t line = 0;      ///< index of the script line in which it is heard
    std::size_t sentence = 0;  ///< and of the sentence in it
};

struct UnknownWord {
    std::string word;
    int count = 0;
    int source_line = 0;
};

struct Script {
    std::string show;
    std::string issue;  ///< slug
    std::string title;
    std::vector<Line> lines;
    std::vector<Omission> omissions;
    std::vector<ScriptLink> links;
    std::vector<UnknownWord> unknown_words;
    std::size_t characters() const;  ///< code points of all spoken sentences
};

/// Raised when what the script means changes, so that episodes are made again.
inline constexpr int script_version = 1;

/// What a trained reader would say. A pure function of its arguments; directives that are unknown, misplaced or
/// unclosed go to `complaints` with their line.
Script narrate(const Issue& issue, const Show& show, Complaints& complaints);

/// False when nothing but intro and outro would be heard.
bool has_body(const Script& script);

/// `aloud script --json`, by the schema of the design; pretty-printed, UTF-8, keys in the schema's order.
std::string script_json(const Script& script);
/// For people: chapters, pauses, lines with their source line, omissions and links after them.
std::string script_text(const Script& script);

}  // namespace aloud
