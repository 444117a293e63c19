#include "build/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>

#include "build/interrupt.h"
#include "build/parallel.h"
#include "build/site.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

/// What is to happen with one issue, and what came of it.
struct Job {
    IssueSource* source = nullptr;
    const Published* published = nullptr;
    std::optional<EpisodePlan> plan;
    bool asked = true;  ///< the command line's choice of issues takes it in
    bool make = false;
    bool out_of_feed = false;
    std::optional<EpisodeRecord> record;  ///< of an episode that is whole
    std::string audio_url;
    EpisodeOutcome outcome;
    EpisodeState state;
};

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Runs one build; a member for each pass, called in this order by run().
class Build {
  public:
    Build(const BuildOptions& options, Status& status) : options_(options), status_(status) {}
    BuildResult run();

  private:
    void read();
    void tell_mistakes();
    void choose();
    void plan();
    void decide(Job& job);
    void explain(Job& job) const;
    void fail(Job& job, const std::string& message);
    void make();
    void make_one(Job& job, Speaker& speaker);
    void write_feed();
    void keep_state(Job& job);
    void sweep();
    BuildResult result() const;

    bool files_whole(const Job& job) const;
    std::filesystem::path folder(const std::string& slug) const { return output_ / "episodes" / slug; }
    std::optional<EpisodeRecord> record_on_disk(const std::string& slug) const;
    bool forced(Force stage) const { return options_.force != Force::none && options_.force >= stage; }
    std::vector<SiteEpisode> site_episodes() const;

    const BuildOptions& options_;
    Status& status_;
    Project project_;
    Complaints complaints_;
    std::unique_ptr<Store> store_;
    std::unique_ptr<Engines> engines_;
    std::filesystem::path output_;
    std::vector<Job> jobs_;
    std::size_t would_differ_ = 0;
    std::once_flag swept_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::chrono::sys_seconds now_ = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
};

void Build::read() {
    project_ = load_project(options_, complaints_);
    // A show that is wrong has no issues read; mistakes in issues are told with those that planning finds.
    if (project_.issues.empty()) tell_mistakes();
    if (options_.preview()) {
        const std::filesystem::path builds = project_.store_root / "builds";
        project_.state = std::make_unique<BuildState>(builds / "preview" / project_.show.name);
        for (IssueSource& source : project_.issues) source.state.reset();
        project_.show.output = project_.store_root / "preview" / project_.show.name;
    }
    output_ = project_.show.output;
    store_ = std::make_unique<Store>(project_.store_root);
}

/// Reports all mistakes found so far; in drafts they are warnings, else the build ends here.
void Build::tell_mistakes() {
    if (options_.draft) complaints_.soften();
    for (const std::string& warning : complaints_.warnings()) status_.warning(warning);
    complaints_.checkpoint();
    complaints_ = {};
}

void Build::choose() {
    for (IssueSource& source : project_.issues) {
        if (!source.unchanged && !source.issue) continue;  // a draft build goes on without what it could not read
        Job job;
        job.source = &source;
        job.published = project_.published.find_source(source.source);
        if (job.published == nullptr) job.published = project_.published.find(source.slug);
        job.outcome.slug = source.slug;
        jobs_.push_back(std::move(job));
    }
    std::vector<std::string> left = options_.issues;
    if (!left.empty()) {
        for (Job& job : jobs_) {
            job.asked =
                std::erase_if(left, [&](const std::string& name) {
                    std::error_code error;
                    return name == job.outcome.slug || std::filesystem::equivalent(name, job.source->file, error);
                }) > 0;
        }
        if (!left.empty()) tell_mistakes();  // what could not be read is not missing
        if (!left.empty())
            throw InputError(fmt::format("{}: no such issue in {} (give its file or its slug)", left.front(),
                                         project_.show.file.string()));
    }
    for (const std::string& slug : options_.remake) {
        if (slug == "all" ||
            std::any_of(jobs_.begin(), jobs_.end(), [&](const Job& j) { return j.outcome.slug == slug; }))
            continue;
        tell_mistakes();
        throw InputError(fmt::format("--remake {}: no issue has this slug", slug));
    }
    if (!options_.last && !options_.since) return;
    const auto date_of = [&](const Job& job) {
        if (job.source->issue) return job.source->issue->date.time;
        const auto record = record_on_disk(job.outcome.slug);
        return record ? record->published : now_;
    };
    std::vector<std::pair<std::chrono::sys_seconds, Job*>> by_date;
    for (Job& job : jobs_) by_date.emplace_back(date_of(job), &job);
    std::stable_sort(by_date.begin(), by_date.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < by_date.size(); ++i) {
        if (options_.last && i >= *options_.last) by_date[i].second->asked = false;
        if (options_.since && by_date[i].first < options_.since->time) by_date[i].second->asked = false;
    }
}

void Build::plan() {
    engines_ = std::make_unique<Engines>(project_, options_);
    engines_->check_show(complaints_);
    for (Job& job : jobs_) {
        if (job.source->unchanged && !forced(Force::episode) && options_.remake.empty()) continue;
        if (!job.source->issue)
            job.source->issue = read_issue(job.source->file, project_.issue_defaults(), complaints_);
        if (!job.source->issue) continue;
        const auto begin = std::chrono::steady_clock::now();
        job.plan = plan_episode(project_, *job.source, *engines_, *store_, complaints_);
        job.outcome.seconds.script = seconds_since(begin);
    }
    tell_mistakes();
    for (Job& job : jobs_) decide(job);
}

std::optional<EpisodeRecord> Build::record_on_disk(const std::string& slug) const {
    const std::filesystem::path file = folder(slug) / "episode.json";
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return std::nullopt;
    try {
        return record_from_json(Json::parse(read_file(file)));
    } catch (const std::exception&) {
        return std::nullopt;  // damaged or of another version: made again
    }
}

bool Build::files_whole(const Job& job) const {
    const EpisodeState& state = *job.source->state;
    std::error_code error;
    return !state.files.empty() && std::all_of(state.files.begin(), state.files.end(), [&](const auto& file) {
        const auto size = std::filesystem::file_size(folder(state.slug) / file.first, error);
        return !error && static_cast<std::int64_t>(size) == file.second;
    });
}

void Build::decide(Job& job) {
    const bool draft = job.source->issue ? job.source->issue->meta.draft.value_or(false)
                                         : job.source->state && job.source->state->status == "skipped";
    if (job.source->state) job.state = *job.source->state;
    job.state.inputs = job.source->inputs;
    job.state.slug = job.outcome.slug;
    if (job.plan) {
        job.state.key = job.plan->key;
        job.state.sounds = job.plan->sounds;
        job.outcome.spoken_characters = job.plan->record.characters;
        job.outcome.takes.total = job.plan->takes.size();
    }
    // What is published stays as it is, until its own issue changes or --remake names it.
    const bool remake = options_.remake.contains("all") || options_.remake.contains(job.outcome.slug);
    if (job.published != nullptr && !options_.preview() && !remake && job.published->issue_hash == job.source->hash) {
        job.record = record_from_json(job.published->record);
        job.audio_url = job.published->audio_url;
        if (job.plan) job.state.would_differ = job.plan->key != job.record->key;
        would_differ_ += job.state.would_differ ? 1u : 0u;
        job.state.status = "published";
        job.outcome.status = "current";
        return;
    }
    job.state.would_differ = false;
    const bool nothing_to_say = job.plan ? !has_body(job.plan->script) : false;
    if ((draft && options_.issues.empty() && !options_.draft) || nothing_to_say ||
        (!job.plan && job.source->state && job.source->state->status == "skipped")) {
        if (nothing_to_say)
            status_.warning(
                fmt::format("{}: nothing in it can be spoken; the issue is skipped", job.source->file.string()));
        job.out_of_feed = true;
        job.state.status = job.outcome.status = "skipped";
        return;
    }
    const bool same = job.source->state && job.source->state->status == "made" &&
                      (!job.plan || job.source->state->key == job.plan->key) && files_whole(job);
    if (same) job.record = record_on_disk(job.outcome.slug);
    if (job.record && !(forced(Force::episode) && job.asked)) {
        job.state.status = "made";
        job.outcome.status = "current";
        job.record->guid = job.plan ? job.plan->record.guid : job.record->guid;
        return;
    }
    if (!job.plan) {  // unchanged inputs, but files are gone or the record was damaged
        Complaints complaints;
        job.source->issue = read_issue(job.source->file, project_.issue_defaults(), complaints);
        complaints.checkpoint();
        job.plan = plan_episode(project_, *job.source, *engines_, *store_, complaints);
        complaints.checkpoint();
    }
    if (!job.asked) {
        // Not asked for now: what an earlier build made stays in the feed.
        job.record = record_on_disk(job.outcome.slug);
        job.outcome.status = "skipped";
        job.state.inputs.clear();
        return;
    }
    if (job.published != nullptr && job.plan->fallback && !options_.preview()) {
        // Its listeners know another voice.
        fail(job,
             "it is published and would now be spoken by espeak-ng, as the default voice is not installed; "
             "./bootstrap build brings it, or name a voice in show.toml");
        job.record = record_from_json(job.published->record);
        job.audio_url = job.published->audio_url;
        return;
    }
    job.make = true;
    job.outcome.status = "due";
    explain(job);
}

void Build::explain(Job& job) const {
    const auto& state = job.source->state;
    for (const auto& [tag, value] : job.plan->fields) {
        if (!state) break;
        const auto before = state->fields.find(tag);
        if (before == state->fields.end() || before->second != value) job.outcome.why.push_back(tag + " changed");
    }
    if (!state || state->fields.empty()) job.outcome.why = {"it was never made"};
    if (job.outcome.why.empty())
        job.outcome.why.push_back(forced(Force::episode) ? "--force" : "its files are missing or were changed");
    std::size_t missing = 0;
    for (const WantedTake& take : job.plan->takes) missing += store_->contains("takes", take.key) ? 0u : 1u;
    job.outcome.why.push_back(fmt::format("{} of {} takes are not in the store", missing, job.plan->takes.size()));
    if (options_.explain)
        for (const std::string& reason : job.outcome.why) status_.line(fmt::format("{}: {}", job.outcome.slug, reason));
}

void Build::make_one(Job& job, Speaker& speaker) {
    try {
        if (interrupted()) throw Interrupted();
        const auto begin = std::chrono::steady_clock::now();
        const double script_seconds = job.outcome.seconds.script;
        MadeEpisode made =
            make_episode(*job.plan, project_, *store_, speaker, folder(job.outcome.slug), forced(Force::take), status_);
        job.outcome.seconds = made.seconds;
        job.outcome.seconds.script = script_seconds;
        job.outcome.seconds.total = script_seconds + seconds_since(begin);
        job.outcome.takes = made.takes;
        job.outcome.runs_total = job.outcome.runs_made = made.runs;
        job.outcome.status = job.state.status = "made";
        job.state.files = std::move(made.files);
        job.state.fields = {job.plan->fields.begin(), job.plan->fields.end()};
        job.record = std::move(made.record);
        keep_state(job);
        status_.line(fmt::format("made {}: {:.0f}:{:02.0f}, {} takes ({} new)", job.outcome.slug,
                                 std::floor(job.record->audio.front().duration_seconds / 60),
                                 std::floor(std::fmod(job.record->audio.front().duration_seconds, 60)),
                                 made.takes.total, made.takes.made));
    } catch (const Interrupted&) {
        throw;
    } catch (const std::exception& error) {
        fail(job, full_message(error));
    }
}

void Build::fail(Job& job, const std::string& message) {
    job.outcome.status = "failed";
    job.outcome.errors.push_back(message);
    status_.error(fmt::format("{}: {}", job.outcome.slug, message));
    job.record = record_on_disk(job.outcome.slug);  // the feed holds what is whole: the episode as it was
}

void Build::make() {
    std::vector<Job*> due;
    for (Job& job : jobs_)
        if (job.make) due.push_back(&job);
    if (due.empty()) return;
    sweep();
    const int jobs = options_.processes();
    const auto limit = options_.max_cost ? options_.max_cost : project_.show.max_cost;
    Speaker speaker(*store_, status_, jobs, limit);
    run_parallel(due.size(), jobs, [&](std::size_t i) { make_one(*due[i], speaker); });
}

void Build::keep_state(Job& job) {
    if (job.state.inputs.empty() || job.outcome.status == "failed") return;
    if (job.outcome.status == "made" && job.plan) {  // what `script --diff` compares with
        std::string spoken;
        for (const Line& line : job.plan->script.lines) spoken += printable(line.spoken()) + "\n";
        update_file(project_.state->script_file(job.outcome.slug), spoken);
    }
    if (job.source->state && *job.source->state == job.state) return;
    sweep();
    project_.state->write(job.source->source, job.state);
}

/// Once, before the first thing is written: a build that was killed left something undone along with its remains, so
/// the next one comes here; and should it die on the way, the one after it.
void Build::sweep() {
    std::call_once(swept_, [this] {
        sweep_temporaries(project_.store_root);
        sweep_temporaries(project_.store_root / "work");
        project_.state->sweep();
        sweep_temporaries(output_);
        for (const Job& job : jobs_) sweep_temporaries(folder(job.outcome.slug));
    });
}

std::vector<SiteEpisode> Build::site_episodes() const {
    std::vector<SiteEpisode> episodes;
    std::vector<std::string> seen;
    for (const Job& job : jobs_) {
        if (job.published != nullptr) seen.push_back(job.published->slug);
        if (!job.record || job.out_of_feed || job.record->audio.empty()) continue;
        if (job.record->published > now_ && job.published == nullptr) {
            status_.note(
                fmt::format("{} is dated in the future and stays out of the feed until then", job.outcome.slug));
            continue;
        }
        const std::string url =
            project_.show.base_url + "episodes/" + job.record->slug + "/" + job.record->audio.front().file;
        episodes.push_back({*job.record, job.audio_url.empty() ? url : job.audio_url});
        if (job.published != nullptr) episodes.back().record.guid = job.published->guid;
    }
    // A published episode whose issue was renamed or removed is reported, never silently dropped.
    for (const Published& entry : project_.published.episodes) {
        if (std::find(seen.begin(), seen.end(), entry.slug) != seen.end()) continue;
        status_.warning(fmt::format("published episode \"{}\" has no issue any more ({}); it stays in the feed",
                                    entry.slug, entry.source));
        episodes.push_back({record_from_json(entry.record), entry.audio_url});
        episodes.back().record.guid = entry.guid;
    }
    return episodes;
}

void Build::write_feed() {
    const std::vector<SiteEpisode> episodes = site_episodes();
    if (episodes.empty() && project_.issues.empty()) return;
    KeyBuilder inputs("feed", 1);
    inputs.field("show", read_file(project_.show.file)).field("cover", project_.cover_hash);
    inputs.field("version", std::int64_t{episode_version}).field("output", output_.string());
    for (const SiteEpisode& episode : episodes)
        inputs.field("episode", to_json(episode.record).dump(-1, ' ', false, Json::error_handler_t::replace))
            .field("url", episode.audio_url);
    const bool all_there =
        std::filesystem::exists(output_ / "feed.xml") && std::filesystem::exists(output_ / "index.html");
    if (all_there && project_.state->feed_inputs() == inputs.key()) return;
    sweep();
    write_site(project_, episodes);
    remove_superseded_audio(project_, episodes);
    project_.state->write_feed_inputs(inputs.key());
}

BuildResult Build::result() const {
    BuildResult result;
    result.show = project_.show.name;
    if (std::filesystem::exists(output_ / "feed.xml")) result.feed = (output_ / "feed.xml").string();
    result.would_differ = would_differ_;
    for (const Job& job : jobs_) {
        EpisodeOutcome outcome = job.outcome;
        if (job.record && !job.record->audio.empty()) {
            const std::filesystem::path audio = folder(job.record->slug) / job.record->audio.front().file;
            if (std::filesystem::exists(audio)) outcome.audio = audio.string();
            outcome.duration_seconds = job.record->audio.front().duration_seconds;
            outcome.loudness_lufs = job.record->loudness_lufs;
            outcome.true_peak_dbtp = job.record->true_peak_dbtp;
            outcome.spoken_characters = job.record->characters;
        }
        result.cost_usd += outcome.takes.cost_usd;
        result.failed = result.failed || outcome.status == "failed";
        result.episodes.push_back(std::move(outcome));
    }
    result.seconds = seconds_since(begin_);
    return result;
}

BuildResult Build::run() {
    read();
    choose();
    plan();
    if (options_.dry_run) {
        for (Job& job : jobs_) {
            if (!job.make) continue;
            job.outcome.takes = {};
            job.outcome.takes.total = job.plan->takes.size();
            for (const WantedTake& take : job.plan->takes) {
                if (store_->contains("takes", take.key) && !forced(Force::take)) continue;
                const std::size_t characters = take.request.text.empty() ? 0 : count_characters(take.request.text);
                ++job.outcome.takes.made;
                if (take.engine->paid()) job.outcome.takes.billed_characters += characters;
                job.outcome.takes.cost_usd += take.engine->price(characters);
            }
        }
        return result();
    }
    make();
    for (Job& job : jobs_) keep_state(job);
    if (!options_.preview()) write_feed();
    return result();
}

}  // namespace

BuildResult run_build(const BuildOptions& options, Status& status) {
    return Build(options, status).run();
}

}  // namespace aloud
