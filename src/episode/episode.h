// An episode: what a listener gets, and its record, from which the feed is written.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "audio/programme.h"
#include "lib/json/json.h"
#include "script/script.h"

namespace aloud {

struct Chapter {
    std::int64_t start_ms = 0;
    std::int64_t end_ms = 0;
    std::string title;
};

struct AudioFile {
    std::string format;  ///< mp3
    std::string mime;    ///< audio/mpeg
    std::string file;    ///< SLUG-1a2b3c4d.mp3, in the episode's folder
    std::int64_t bytes = 0;
    double duration_seconds = 0;  ///< from the PCM length
    int bitrate = 0;              ///< kb/s
    std::string sha256;
};

/// episode.json: the episode's record. Deterministic: no clock, no path of this machine.
struct EpisodeRecord {
    std::string slug;
    std::string source;  ///< path of the issue relative to the show's folder
    std::string guid;
    std::string title, author, summary, description_html, link, language, episode_type = "full";
    std::chrono::sys_seconds published;  ///< the issue's date
    std::optional<int> number, season;
    bool explicit_content = false;
    std::vector<std::string> tags;
    std::vector<std::string> voices;  ///< names of the voices that made it
    std::vector<AudioFile> audio;     ///< the first is the enclosure
    std::vector<Chapter> chapters;
    double loudness_lufs = 0, true_peak_dbtp = 0;
    std::size_t characters = 0;
    std::string key;         ///< of the episode: what it was made from
    std::string issue_hash;  ///< SHA-256 of the issue file's bytes
};

Json to_json(const EpisodeRecord& record);
/// Throws Error naming the field that is missing or of a wrong type.
EpisodeRecord record_from_json(const Json& json);

/// From the script's chapter lines and the programme's times: the first at 0, ends meet starts, the last ends with the
/// programme; at most 255 (one CTOC holds no more), titles cut at 127 bytes on a character boundary.
std::vector<Chapter> make_chapters(const Script& script, const Programme& programme);

/// podcast:chapters, version 1.2.0.
std::string chapters_json(const std::vector<Chapter>& chapters, const std::string& title, const std::string& show);
/// WebVTT with the written text: one cue a sentence or clause, lines of at most 65 characters, times within the audio.
std::string transcript_vtt(const Script& script, const Programme& programme, const std::string& speaker);

struct TagInput {
    const EpisodeRecord& record;
    const Show& show;
    std::string cover_jpeg;  ///< bytes of the cover to embed, about 600 pixels wide
    std::string transcript;  ///< plain text for USLT; may be empty
};
/// Writes ID3v2.3 into an MP3 without tags: text frames, CTOC and CHAP in order of time with titles, APIC last.
/// Throws Error.
void write_tags(const std::filesystem::path& mp3, const TagInput& input);

/// The cover resized to at most `pixels` a side, as JPEG (by FFmpeg's scaler and encoder). Throws Error.
std::string embedded_cover(const std::filesystem::path& cover, int pixels);

}  // namespace aloud
