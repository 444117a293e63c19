#include <fmt/format.h>

#include <map>

#include "episode/episode.h"
#include "lib/ffmpeg/picture.h"
#include "lib/taglib/id3.h"
#include "util/date.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

/// ISO 639-2 for TLAN, COMM and USLT.
std::string three_letters(const std::string& language) {
    static const std::map<std::string, std::string> codes = {
        {"en", "eng"}, {"zh", "zho"}, {"fr", "fra"}, {"de", "deu"}, {"es", "spa"}, {"it", "ita"}, {"pt", "por"},
        {"ja", "jpn"}, {"ko", "kor"}, {"ru", "rus"}, {"nl", "nld"}, {"sv", "swe"}, {"da", "dan"}, {"no", "nor"},
        {"fi", "fin"}, {"pl", "pol"}, {"cs", "ces"}, {"tr", "tur"}, {"ar", "ara"}, {"he", "heb"}, {"hi", "hin"},
        {"uk", "ukr"}, {"el", "ell"}, {"hu", "hun"}, {"ro", "ron"}, {"id", "ind"}, {"vi", "vie"}};
    const std::string primary = to_lower(language.substr(0, language.find('-')));
    const auto found = codes.find(primary);
    return found != codes.end() ? found->second : primary.size() == 3 ? primary : "und";
}

}  // namespace

void write_tags(const std::filesystem::path& mp3, const TagInput& input) {
    const EpisodeRecord& record = input.record;
    const std::string day = rfc3339(record.published);  // YYYY-MM-DDT…
    Id3Tag tag;
    tag.language = three_letters(record.language);
    tag.text = {
        {"TIT2", record.title},
        {"TPE1", record.author},
        {"TALB", input.show.title},
        {"TRCK", record.number ? std::to_string(*record.number) : ""},
        {"TYER", day.substr(0, 4)},
        {"TDAT", day.substr(8, 2) + day.substr(5, 2)},
        {"TCON", "Podcast"},
        {"TLAN", tag.language},
        {"TLEN", record.audio.empty() ? "" : fmt::format("{:.0f}", record.audio.front().duration_seconds * 1000)},
        {"TENC", "Aloud"},
        {"TCOP", input.show.feed.copyright.value_or("")}};
    tag.comment =
        record.summary.empty() ? "Read by a synthetic voice." : record.summary + " (Read by a synthetic voice.)";
    tag.lyrics = input.transcript;
    tag.audio_page = record.link.empty() ? input.show.link : record.link;
    tag.table_title = record.title;
    for (const Chapter& chapter : record.chapters)
        tag.chapters.push_back(
            {static_cast<std::uint32_t>(chapter.start_ms), static_cast<std::uint32_t>(chapter.end_ms), chapter.title});
    tag.cover_jpeg = input.cover_jpeg;
    write_id3(mp3.string(), tag);
}

std::string embedded_cover(const std::filesystem::path& cover, int pixels) {
    return scale_to_jpeg(read_file(cover), pixels);
}

}  // namespace aloud
