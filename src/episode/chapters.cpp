#include <algorithm>

#include "episode/episode.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t most_chapters = 255;  // entries of one CTOC (ID3v2 Chapters 1.0)
constexpr std::size_t longest_title = 127;  // bytes: AntennaPod reads the length of an MP4 title as a signed byte

}  // namespace

std::vector<Chapter> make_chapters(const Script& script, const Programme& programme) {
    std::vector<Chapter> chapters;
    const auto ms = [&](std::int64_t sample) { return sample * 1000 / programme.rate; };
    for (const SentenceTime& time : programme.times) {
        const Line& line = script.lines[time.line];
        if (time.sentence != 0 &&
            !(time.line > 0 && line.starts_chapter && (chapters.empty() || chapters.back().title != line.chapter)))
            continue;
        const bool opens = line.starts_chapter && (chapters.empty() || chapters.back().start_ms != ms(time.start));
        if (!opens && !chapters.empty()) continue;
        const std::string title =
            line.starts_chapter ? line.chapter : script.title;  // what comes before the first heading
        chapters.push_back({chapters.empty() ? 0 : ms(time.start), 0, std::string(cut_to_bytes(title, longest_title))});
        if (chapters.size() == most_chapters) break;
    }
    for (std::size_t i = 0; i < chapters.size(); ++i)
        chapters[i].end_ms = i + 1 < chapters.size() ? chapters[i + 1].start_ms : ms(programme.length);
    return chapters;
}

std::string chapters_json(const std::vector<Chapter>& chapters, const std::string& title, const std::string& show) {
    Json json;
    json["version"] = "1.2.0";
    json["title"] = title;
    json["podcastName"] = show;
    json["chapters"] = Json::array();
    for (const Chapter& chapter : chapters)
        json["chapters"].push_back({{"startTime", static_cast<double>(chapter.start_ms) / 1000},
                                    {"endTime", static_cast<double>(chapter.end_ms) / 1000},
                                    {"title", chapter.title}});
    return dump_json(json);
}

}  // namespace aloud
