#include "build/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "build/interrupt.h"
#include "episode/notes.h"
#include "feed/guid.h"
#include "lib/ffmpeg/decode.h"
#include "speech/make_take.h"
#include "speech/plan_takes.h"
#include "util/file.h"

namespace aloud {
namespace {

/// A recording in place of a line: decoded once, kept in the store like a take.
Key sound_take(const std::filesystem::path& file, const std::string& hash, Store& store) {
    const Key key = KeyBuilder("sound", 1).field("file", hash).key();
    if (store.read("takes", key)) return key;
    const Claim claim(store, key);
    try {
        const Pcm pcm = decode_audio(read_file(file));
        store.write("takes", key, pack_take({pcm.rate, pcm.samples, {}}, TakeCoding::pcm));
    } catch (...) {
        rethrow_with("sound " + file.string());
    }
    return key;
}

/// Builds the cuts and takes of a script, line by line.
class Planner {
  public:
    Planner(EpisodePlan& plan, const Project& project, Engines& engines, Store& store, Complaints& complaints)
        : plan_(plan), project_(project), engines_(engines), store_(store), complaints_(complaints) {}

    void add_line(std::size_t index) {
        const Line& line = plan_.script.lines[index];
        const SourcePlace at{plan_.source->file, line.source_line.value_or(0), 0};
        const std::size_t first_cut = plan_.cuts.size();
        if (line.sound) {
            add_sound(index, at);
        } else if (const auto engine = engines_.of_line(line, at, complaints_)) {
            add_speech(index, engine, at);
        }
        if (plan_.cuts.size() == first_cut) return;
        plan_.cuts[first_cut].pause_before_ms = line.pause_before_ms;
        plan_.cuts.back().pause_after_ms = line.pause_after_ms;
    }

  private:
    void add_sound(std::size_t index, const SourcePlace& at) {
        const Line& line = plan_.script.lines[index];
        const std::filesystem::path file = plan_.source->file.parent_path() / *line.sound;
        try {
            const std::string hash = sha256_hex(read_file(file));
            plan_.sounds.emplace_back(file.string(), hash);
            CutPlan cut;
            cut.take = sound_take(file, hash, store_);
            cut.line = index;
            cut.voice = "sound";
            for (std::size_t i = 0; i < line.sentences.size(); ++i) {
                cut.sentences.push_back(i);
                cut.places.push_back(i);
            }
            plan_.cuts.push_back(std::move(cut));
        } catch (const Error& error) {
            complaints_.error(at, full_message(error));
        }
    }

    void add_speech(std::size_t index, const std::shared_ptr<Engine>& engine, const SourcePlace& at) {
        const Line& line = plan_.script.lines[index];
        const std::string voice = engines_.voice_of(line);
        plan_.fallback = plan_.fallback || engines_.is_fallback(line);
        const Narration& narration = project_.show.narration;
        for (const TakePiece& piece : plan_takes(line, *engine)) {
            const TakeRequest request{piece.text, piece.language};
            CutPlan cut;
            cut.take = take_key(*engine, request);
            cut.line = index;
            cut.voice = voice;
            cut.sentences = piece.sentences;
            cut.places = piece.places;
            cut.pause_after_ms = piece.joint == Joint::clause ? narration.pause_clause : narration.pause_sentence;
            if (seen_.insert(cut.take).second) plan_.takes.push_back({cut.take, engine, request, voice, to_string(at)});
            plan_.cuts.push_back(std::move(cut));
        }
    }

    EpisodePlan& plan_;
    const Project& project_;
    Engines& engines_;
    Store& store_;
    Complaints& complaints_;
    std::set<Key> seen_;
};

EpisodeRecord make_record(const EpisodePlan& plan, const Project& project, Engines& engines) {
    const Issue& issue = *plan.source->issue;
    const Show& show = project.show;
    EpisodeRecord record;
    record.slug = issue.slug;
    record.source = plan.source->source;
    record.title = issue.title;
    record.author = issue.meta.author.value_or(show.author);
    record.summary = issue.meta.summary.value_or("");
    record.link = issue.meta.link.value_or("");
    record.language = issue.language;
    record.episode_type = issue.meta.episode_type.value_or("full");
    record.number = issue.meta.number;
    record.season = issue.meta.season;
    record.explicit_content = issue.meta.explicit_content.value_or(show.explicit_content);
    record.tags = issue.meta.tags;
    record.characters = plan.script.characters();
    record.issue_hash = plan.source->hash;
    record.description_html = description_html(plan.script, record.summary);
    // What was published keeps its guid and date for ever; a correction is not a new episode.
    const Published* entry = project.published.find_source(record.source);
    if (entry == nullptr) entry = project.published.find(record.slug);
    const auto first_published = entry != nullptr ? parse_date(entry->first_published) : std::nullopt;
    record.published = first_published ? first_published->time : issue.date.time;
    record.guid = entry != nullptr ? entry->guid : issue.meta.guid.value_or(episode_guid(show.link, issue.slug));
    std::set<std::string> voices;
    for (const Line& line : plan.script.lines)
        if (!line.sound) voices.insert(engines.voice_of(line));
    record.voices.assign(voices.begin(), voices.end());
    return record;
}

/// Long values stand as their hashes, so that the fields stay small enough to keep beside each episode.
std::string short_value(const std::string& value) {
    return value.size() <= 80 ? value : "sha256:" + sha256_hex(value).substr(0, 16);
}

void make_key(EpisodePlan& plan, const Project& project) {
    const Show& show = project.show;
    KeyBuilder key("episode", episode_version);
    key.field("audio-version", std::int64_t{audio_version});
    std::string sound;
    for (const CutPlan& cut : plan.cuts)
        sound += fmt::format("{} {} {} {}\n", cut.take, cut.voice, cut.pause_before_ms, cut.pause_after_ms);
    key.field("takes and pauses", sound);
    key.field("script", script_json(plan.script));
    key.field("bitrate", std::int64_t{plan.master.bitrate});
    key.field("loudness", plan.master.loudness);
    key.field("true_peak", plan.master.true_peak);
    Json record = to_json(plan.record);
    record.erase("issue_hash");  // a changed comment in the issue changes nothing that is heard or shown
    key.field("metadata", record.dump(-1, ' ', false, Json::error_handler_t::replace));
    key.field("show", show.title + "\n" + show.author + "\n" + show.link + "\n" + show.feed_url() + "\n" +
                          show.feed.copyright.value_or(""));
    key.field("cover", project.cover_hash);
    plan.key = key.key();
    for (const auto& [tag, value] : key.fields()) plan.fields.emplace_back(tag, short_value(value));
}

}  // namespace

Engines::Engines(const Project& project, const BuildOptions& options)
    : project_(project), options_(options), default_(find_default_voice(*project.voices)) {}

std::string Engines::voice_of(const Line& line) const {
    if (options_.draft) return default_.name;
    if (!line.voice.empty()) return line.voice;
    if (options_.voice) return *options_.voice;
    return project_.show.narration.voice.value_or(default_.name);
}

bool Engines::is_fallback(const Line& line) const {
    if (default_.warning.empty()) return false;
    return options_.draft || (line.voice.empty() && !options_.voice && !project_.show.narration.voice);
}

std::shared_ptr<Engine> Engines::by_name(const std::string& name, const SourcePlace& at, Complaints& complaints) {
    const auto known = engines_.find(name);
    if (known != engines_.end()) return known->second;
    std::shared_ptr<Engine> engine;
    if (const auto voice = project_.voices->find(name, at, complaints)) {
        try {
            engine = make_engine(*voice, interrupted, options_.processes());
        } catch (const Error& error) {
            complaints.error(at, full_message(error));
        }
    }
    engines_.emplace(name, engine);
    return engine;
}

std::shared_ptr<Engine> Engines::of_line(const Line& line, const SourcePlace& at, Complaints& complaints) {
    return by_name(voice_of(line), at, complaints);
}

void Engines::check_show(Complaints& complaints) {
    const Narration& narration = project_.show.narration;
    if (is_fallback({})) complaints.warning({project_.show.file, 0, 0}, default_.warning);
    if (options_.voice) by_name(*options_.voice, {}, complaints);
    if (options_.draft) return;
    const auto check = [&](const std::string& key, const std::string& name) {
        by_name(name, narration.place(key, project_.show.file), complaints);
    };
    if (narration.voice) check("voice", *narration.voice);
    if (narration.quote) check("quote", *narration.quote);
    if (narration.heading) check("heading", *narration.heading);
    if (narration.note) check("note", *narration.note);
    for (const auto& [language, name] : narration.languages) check("languages", name);
}

EpisodePlan plan_episode(const Project& project, const IssueSource& source, Engines& engines, Store& store,
                         Complaints& complaints) {
    EpisodePlan plan;
    plan.source = &source;
    plan.script = narrate(*source.issue, project.show, complaints);
    Planner planner(plan, project, engines, store, complaints);
    for (std::size_t i = 0; i < plan.script.lines.size(); ++i) planner.add_line(i);
    plan.master = {44100, project.show.audio.bitrate, project.show.audio.loudness, project.show.audio.true_peak};
    plan.record = make_record(plan, project, engines);
    make_key(plan, project);
    return plan;
}

}  // namespace aloud
