// TagLib: ID3v2.3 into an MP3 that has no tags.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace aloud {

struct Id3Chapter {
    std::uint32_t start_ms = 0, end_ms = 0;
    std::string title;
};

struct Id3Tag {
    std::vector<std::pair<std::string, std::string>> text;  ///< frame id (TIT2 …) -> UTF-8 text, in this order
    std::string language = "eng";                           ///< ISO 639-2, of the comment and the lyrics
    std::string comment;
    std::string lyrics;
    std::string audio_page;  ///< WOAF
    std::string table_title;
    std::vector<Id3Chapter> chapters;  ///< in order of time
    std::string cover_jpeg;
};

/// Frames in the order text, comment, lyrics, address, CTOC, CHAP in order, APIC. No ID3v1, no APE. Throws Error.
void write_id3(const std::string& file, const Id3Tag& tag);

}  // namespace aloud
