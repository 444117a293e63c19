#include "build/make_episode.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "build/interrupt.h"
#include "episode/page.h"
#include "util/file.h"

namespace aloud {
namespace {

class Stopwatch {
  public:
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        return std::chrono::duration<double>(now - std::exchange(last_, now)).count();
    }

  private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

TakeSource takes_from(const Store& store) {
    return [&store](const Key& key) {
        const auto bytes = store.read("takes", key);
        auto take = bytes ? unpack_take(*bytes) : std::nullopt;
        if (!take) throw Error(fmt::format("take {} was damaged in the store; build again to make it anew", key));
        return std::move(*take);
    };
}

/// Names the finished file by its content and puts it into the episode's folder.
AudioFile keep_audio(const std::filesystem::path& work, const EpisodePlan& plan, const std::filesystem::path& folder,
                     std::int64_t samples) {
    const std::string bytes = read_file(work);
    AudioFile audio;
    audio.format = "mp3";
    audio.mime = "audio/mpeg";
    audio.sha256 = sha256_hex(bytes);
    audio.file = fmt::format("{}-{}.mp3", plan.record.slug, audio.sha256.substr(0, 8));
    audio.bytes = static_cast<std::int64_t>(bytes.size());
    audio.duration_seconds = static_cast<double>(samples) / plan.master.rate;
    audio.bitrate = plan.master.bitrate;
    update_file(folder / audio.file, bytes);
    return audio;
}

std::string plain_text(const Script& script) {
    std::string text;
    for (const Line& line : script.lines) {
        const std::string written = line.written();
        if (!written.empty()) text += written + "\n\n";
    }
    return text;
}

}  // namespace

MadeEpisode make_episode(const EpisodePlan& plan, const Project& project, Store& store, Speaker& speaker,
                         const std::filesystem::path& folder, bool force_takes, Status& status) {
    MadeEpisode made;
    Stopwatch watch;
    status.stage(plan.record.slug, "speaking");
    made.takes = speaker.speak(plan.takes, force_takes);
    made.seconds.speak = watch.lap();

    status.stage(plan.record.slug, "mastering");
    const TakeSource takes = takes_from(store);
    Programme programme = master(plan.cuts, takes, plan.master);
    made.runs = programme.runs.size();
    made.seconds.master = watch.lap();
    if (interrupted()) throw Interrupted();

    status.stage(plan.record.slug, "encoding");
    const std::filesystem::path work_folder = project.store_root / "work";
    const AtomicFile work(work_folder / (plan.record.slug + ".mp3"));  // never committed: only a place to work in
    const EncodedAudio encoded = encode_mp3(programme, takes, plan.master, work.temporary().string(), interrupted);
    EpisodeRecord record = plan.record;
    record.chapters = make_chapters(plan.script, programme);
    record.loudness_lufs = encoded.loudness_lufs;
    record.true_peak_dbtp = encoded.true_peak_dbtp;
    record.key = plan.key;
    AudioFile for_tags;
    for_tags.duration_seconds = static_cast<double>(encoded.samples) / plan.master.rate;
    record.audio = {for_tags};
    write_tags(work.temporary(),
               {record, project.show, embedded_cover(project.show.cover, 600), plain_text(plan.script)});
    record.audio = {keep_audio(work.temporary(), plan, folder, encoded.samples)};
    made.seconds.encode = watch.lap();

    const auto put = [&](const std::string& name, const std::string& bytes) {
        update_file(folder / name, bytes);
        made.files.emplace_back(name, static_cast<std::int64_t>(bytes.size()));
    };
    made.files.emplace_back(record.audio.front().file, record.audio.front().bytes);
    put("chapters.json", chapters_json(record.chapters, record.title, project.show.title));
    put("transcript.vtt", transcript_vtt(plan.script, programme, record.author));
    put("index.html", episode_page(record, plan.script, programme, project.show));
    put("episode.json", dump_json(to_json(record)));
    made.record = std::move(record);
    return made;
}

}  // namespace aloud
