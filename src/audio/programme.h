// Takes -> Programme: cuts and silence on one integer sample clock at the output rate.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "speech/take.h"
#include "store/key.h"

namespace aloud {

/// A take in its place: which one, and how long a pause follows it. `line` and `sentence` say what is heard.
struct CutPlan {
    Key take;
    std::size_t line = 0;
    std::vector<std::size_t> sentences;  ///< indices of the line's sentences that the take speaks, in order
    std::vector<std::size_t> places;     ///< byte offset of each of these sentences in the take's spoken text
    std::string voice;                   ///< takes of one voice share its gain
    int pause_before_ms = 0;             ///< only used before the first cut; between cuts the longer pause wins
    int pause_after_ms = 0;
};

/// Samples [begin, end).
struct Range {
    std::int64_t begin = 0, end = 0;
};

/// A cut: a take trimmed, its gain and its place. Samples are made again when needed.
struct Cut {
    CutPlan plan;
    std::vector<Range> kept;  ///< of the take: trimmed at both ends, long silences inside shortened
    double gain_db = 0;
    std::int64_t start = 0;   ///< output samples from the programme's begin
    std::int64_t length = 0;  ///< output samples, without the pause
    std::int64_t pause = 0;   ///< output samples of digital silence after it
};

/// The cuts between two joins: what will be encoded and kept in one piece.
struct Run {
    std::size_t first = 0;  ///< index of the first cut
    std::size_t count = 0;
    std::int64_t start = 0;
    std::int64_t length = 0;  ///< output samples, pauses included
};

/// When each sentence is heard, in output samples: what chapters and cues are made of.
struct SentenceTime {
    std::size_t line = 0;
    std::size_t sentence = 0;
    std::int64_t start = 0;
    std::int64_t end = 0;
};

struct Programme {
    int rate = 44100;
    std::int64_t length = 0;  ///< samples
    std::vector<Cut> cuts;
    std::vector<Run> runs;
    std::vector<SentenceTime> times;
};

/// Every cut starts on a frame of the encoder's grid where a pause of 200 ms or more comes before it, so that a run is
/// whole frames long whatever stands before it.
inline constexpr std::int64_t frame_samples = 1152;  // MPEG-1 layer III

/// Brings the take of a key; throws Error if it is gone.
using TakeSource = std::function<Take(const Key&)>;

struct MasterSettings {
    int rate = 44100;
    int bitrate = 96;         ///< kb/s
    double loudness = -16.0;  ///< LUFS of the file
    double true_peak = -1.5;  ///< dBTP
};

inline constexpr int audio_version = 1;

/// Trims, places and levels: everything but the samples. Throws Error.
Programme master(const std::vector<CutPlan>& plans, const TakeSource& takes, const MasterSettings& settings);

struct EncodedAudio {
    std::int64_t samples = 0;  ///< at the output rate, as a player hears it
    double loudness_lufs = 0;  ///< measured on the decoded file
    double true_peak_dbtp = 0;
};

/// Encodes to MP3 (CBR, mono, libmp3lame, true Info frame, no tags) at `file`, decodes it again and measures. A peak
/// over -1.0 dBTP is limited 0.5 dB lower and encoded again, three times at most; a loudness off by more than 0.5 LU
/// is corrected likewise, then an Error. `interrupted` is asked now and then; throws Interrupted.
EncodedAudio encode_mp3(Programme& programme, const TakeSource& takes, const MasterSettings& settings,
                        const std::string& file, const std::function<bool()>& interrupted = {});

}  // namespace aloud
