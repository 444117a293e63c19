#include "audio/programme.h"

#include <algorithm>

#include "audio/level.h"
#include "audio/trim.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::int64_t lead_in = 4 * frame_samples;  // 0.1 s of silence before the first word
constexpr std::int64_t lead_out_ms = 700;
constexpr std::int64_t joining_pause_ms = 200;  // pauses from here on may hold a join
constexpr std::int64_t silent_frames = 4;       // before a run's first cut: three for the encoder, one for its memory

std::int64_t on_grid(std::int64_t sample) {
    return (sample + frame_samples - 1) / frame_samples * frame_samples;
}

/// Places the cuts one after the other; between neighbours the longer pause wins.
void place(Programme& programme, int rate) {
    const auto samples = [&](std::int64_t ms) { return ms * rate / 1000; };
    std::int64_t at = lead_in;
    for (std::size_t i = 0; i < programme.cuts.size(); ++i) {
        Cut& cut = programme.cuts[i];
        cut.start = at;
        const bool last = i + 1 == programme.cuts.size();
        const std::int64_t next_before = last ? 0 : programme.cuts[i + 1].plan.pause_before_ms;
        const std::int64_t pause_ms = last ? lead_out_ms : std::max<std::int64_t>(cut.plan.pause_after_ms, next_before);
        std::int64_t end = cut.start + cut.length + samples(pause_ms);
        if (last || pause_ms >= joining_pause_ms) end = on_grid(end);
        cut.pause = end - cut.start - cut.length;
        at = end;
    }
    programme.length = programme.cuts.empty() ? 0 : at;
}

/// Divides the programme in the pauses that can hold a join.
void divide(Programme& programme, int rate) {
    Run run;
    for (std::size_t i = 0; i < programme.cuts.size(); ++i) {
        const Cut& cut = programme.cuts[i];
        ++run.count;
        const bool last = i + 1 == programme.cuts.size();
        if (!last && cut.pause < joining_pause_ms * rate / 1000) continue;
        const std::int64_t end =
            last ? programme.length : cut.start + cut.length + cut.pause - silent_frames * frame_samples;
        run.length = end - run.start;
        programme.runs.push_back(run);
        run = {i + 1, 0, end, 0};
    }
}

/// When each sentence of a cut is heard: from the take's marks, else by the share of its text.
void add_times(Programme& programme, const Cut& cut, const Take& take) {
    const std::int64_t kept = std::max<std::int64_t>(total(cut.kept), 1);
    const auto on_clock = [&](std::int64_t sample) {
        return cut.start + place_in(cut.kept, sample) * cut.length / kept;
    };
    const auto& places = cut.plan.places;
    std::vector<std::int64_t> starts;
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::int64_t start = cut.start;
        if (i > 0) {
            const auto mark =
                std::find_if(take.marks.begin(), take.marks.end(), [&](const Mark& m) { return m.place >= places[i]; });
            start = mark != take.marks.end() ? on_clock(mark->sample)
                                             : cut.start + cut.length * static_cast<std::int64_t>(i) /
                                                               static_cast<std::int64_t>(places.size());
        }
        starts.push_back(std::max(start, starts.empty() ? cut.start : starts.back()));
    }
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::int64_t end = i + 1 < starts.size() ? starts[i + 1] : cut.start + cut.length;
        const std::size_t sentence = cut.plan.sentences[i];
        auto& times = programme.times;
        // A long sentence may come in several takes: it lasts from the first to the last.
        if (!times.empty() && times.back().line == cut.plan.line && times.back().sentence == sentence) {
            times.back().end = end;
        } else if (end > starts[i]) {
            times.push_back({cut.plan.line, sentence, starts[i], end});
        }
    }
}

}  // namespace

Programme master(const std::vector<CutPlan>& plans, const TakeSource& takes, const MasterSettings& settings) {
    Programme programme;
    programme.rate = settings.rate;
    for (const CutPlan& plan : plans) {
        const Take take = takes(plan.take);
        Cut cut;
        cut.plan = plan;
        cut.kept = trim(take);
        cut.length = (total(cut.kept) * settings.rate + take.rate - 1) / take.rate;
        if (cut.length > 0) programme.cuts.push_back(std::move(cut));
    }
    if (programme.cuts.empty()) throw Error("there is nothing to hear: every take is silent");
    set_levels(programme.cuts, takes, settings.loudness);
    place(programme, settings.rate);
    divide(programme, settings.rate);
    for (const Cut& cut : programme.cuts) add_times(programme, cut, takes(cut.plan.take));
    return programme;
}

}  // namespace aloud
