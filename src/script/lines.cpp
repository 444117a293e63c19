// Lines: their sentences, voice, chapter and identity.
#include "script/narrator.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "script/chinese.h"
#include "store/key.h"

namespace aloud {

Line& Narrator::add_line(const std::string& kind, const SpokenText& text, int source_line, int pause_after_ms) {
    Line line;
    line.kind = kind;
    line.role = place_.note              ? "note"
                : !place_.quotes.empty() ? "quote"
                : kind == "heading"      ? "heading"
                : kind == "note"         ? "note"
                                         : "body";
    line.language = issue_.language;
    std::vector<std::size_t> starts;
    line.sentences = text.sentences(line.language, starts);
    if (!announcement_.empty() && !line.sentences.empty())
        line.sentences.front().spoken = std::exchange(announcement_, {}) + line.sentences.front().spoken;
    line.source_line = source_line;
    line.pause_before_ms = std::exchange(pause_before_ms_, 0);
    line.pause_after_ms = pause_after_ms;
    for (const SpokenText::Link& link : text.links()) {
        const auto after = std::upper_bound(starts.begin(), starts.end(), link.at);
        const std::size_t sentence = after == starts.begin() ? 0 : static_cast<std::size_t>(after - starts.begin()) - 1;
        script_.links.push_back({link.text, link.url, link.source_line, script_.lines.size(), sentence});
    }
    finish_line(line);
    script_.lines.push_back(std::move(line));
    return script_.lines.back();
}

void Narrator::add_frame(const char* kind, std::vector<Sentence> sentences) {
    if (sentences.empty()) return;
    Line line;
    line.kind = kind;
    line.role = "body";
    line.language = issue_.language;
    line.sentences = std::move(sentences);
    line.pause_after_ms = settings_.pause_paragraph;
    finish_line(line);
    script_.lines.push_back(std::move(line));
}

void Narrator::finish_line(Line& line) {
    const std::map<std::string, std::optional<std::string>> roles = {
        {"quote", settings_.quote}, {"heading", settings_.heading}, {"note", settings_.note}};
    const auto role = roles.find(line.role);
    if (role != roles.end()) line.voice = role->second.value_or("");
    const bool reads_han = line.language.starts_with("zh") || line.language.starts_with("ja");
    const auto chinese = settings_.languages.find("zh");
    if (!reads_han && chinese != settings_.languages.end() && is_mostly_han(line.written())) {
        line.language = "zh";
        line.voice = chinese->second;
    } else if (!reads_han) {
        for (Sentence& sentence : line.sentences) sentence.spoken = say_han_in_latin(sentence.spoken);
    } else if (line.voice.empty()) {
        const auto own = settings_.languages.find(line.language.substr(0, 2));
        if (own != settings_.languages.end()) line.voice = own->second;
    }
    for (Sentence& sentence : line.sentences) sentence.language = line.language;
    if (next_voice_) line.voice = *next_voice_;
    next_voice_.reset();
    line.sound = next_sound_;
    next_sound_.reset();
    line.chapter = chapter_;
    line.starts_chapter = chapter_begins_;
    chapter_begins_ = false;
    chapter_line_ = 0;
    const std::string content = line.kind + "\n" + line.written() + "\n" + line.sound.value_or("");
    line.id = sha256_hex(content + "\n" + std::to_string(line_counts_[content]++)).substr(0, 12);
}

}  // namespace aloud
