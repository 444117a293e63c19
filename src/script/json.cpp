#include "lib/json/json.h"

#include "script/script.h"

namespace aloud {

std::string script_json(const Script& script) {
    const auto or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    Json json;
    json["show"] = script.show;
    json["issue"] = script.issue;
    json["title"] = script.title;
    json["lines"] = Json::array();
    for (const Line& line : script.lines) {
        Json sentences = Json::array();
        for (const Sentence& sentence : line.sentences)
            sentences.push_back({{"written", sentence.written}, {"spoken", sentence.spoken}});
        Json one = {{"id", line.id},
                    {"kind", line.kind},
                    {"role", line.role},
                    {"voice", or_null(line.voice)},
                    {"language", line.language},
                    {"written", line.written()},
                    {"spoken", line.spoken()},
                    {"sentences", sentences},
                    {"pause_before_ms", line.pause_before_ms},
                    {"pause_after_ms", line.pause_after_ms},
                    {"source_line", line.source_line ? Json(*line.source_line) : Json()},
                    {"chapter", or_null(line.chapter)}};
        if (line.sound) one["sound"] = *line.sound;
        json["lines"].push_back(std::move(one));
    }
    json["omissions"] = Json::array();
    for (const Omission& omission : script.omissions)
        json["omissions"].push_back({{"kind", omission.kind},
                                     {"text", omission.text},
                                     {"reason", omission.reason},
                                     {"source_line", omission.source_line}});
    json["links"] = Json::array();
    for (const ScriptLink& link : script.links)
        json["links"].push_back({{"text", link.text}, {"url", link.url}, {"source_line", link.source_line}});
    json["unknown_words"] = Json::array();
    for (const UnknownWord& word : script.unknown_words)
        json["unknown_words"].push_back(
            {{"word", word.word}, {"count", word.count}, {"source_line", word.source_line}});
    json["characters"] = script.characters();
    return dump_json(json);
}

}  // namespace aloud
