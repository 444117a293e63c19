#include "build/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "audio/programme.h"
#include "build/plan.h"
#include "script/script.h"
#include "speech/share_folder.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

/// All voice and service descriptions that this show could use.
void add_descriptions(KeyBuilder& key, const std::filesystem::path& root) {
    for (const std::filesystem::path& folder : {root / "voices", share_folder() / "voices"})
        for (const char* pattern : {"*.toml", "services/*.toml", "models/*.toml"})
            for (const std::filesystem::path& file : glob(folder, pattern))
                key.field(file.filename().string(), read_file(file));
}

/// What is the same for all issues of one build.
std::string common_inputs(const Project& project, const BuildOptions& options) {
    KeyBuilder key("inputs", 1);
    key.field("script", std::int64_t{script_version});
    key.field("audio", std::int64_t{audio_version});
    key.field("episode", std::int64_t{episode_version});
    key.field("show", read_file(project.show.file));
    key.field("cover", project.cover_hash);
    for (const std::string& lexicon : project.show.narration.lexicons)
        key.field("lexicon", read_file(project.show.folder / lexicon));
    key.field("voice", options.voice.value_or(""));
    key.field("default voice", find_default_voice(*project.voices).name);
    key.field("draft", std::int64_t{options.draft ? 1 : 0});
    add_descriptions(key, project.show.root);
    return key.key();
}

std::vector<std::filesystem::path> issue_files(const Show& show, Complaints& complaints) {
    std::vector<std::filesystem::path> files;
    for (const std::string& pattern : show.issue_files) {
        // What is named like an issue and cannot be read is a mistake, except a folder that only "*" would take in.
        auto found = glob(show.folder, pattern, Entries::all);
        if (!std::filesystem::path(pattern).has_extension())
            std::erase_if(found, [](const auto& path) { return std::filesystem::is_directory(path); });
        if (found.empty()) complaints.warning({show.file, 0, 0}, fmt::format("no file matches \"{}\"", pattern));
        files.insert(files.end(), found.begin(), found.end());
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

bool sounds_unchanged(const EpisodeState& state) {
    std::error_code error;
    return std::all_of(state.sounds.begin(), state.sounds.end(), [&](const auto& sound) {
        return std::filesystem::is_regular_file(sound.first, error) &&
               sha256_hex(read_file(sound.first)) == sound.second;
    });
}

void complain_about_shared_slugs(const std::vector<IssueSource>& issues, Complaints& complaints) {
    std::map<std::string, const IssueSource*> seen;
    for (const IssueSource& issue : issues) {
        if (issue.slug.empty()) continue;
        const auto [first, is_new] = seen.emplace(issue.slug, &issue);
        const SourcePlace at = issue.issue
                                   ? SourcePlace{issue.file, issue.issue->meta.slug_line, issue.issue->meta.slug_column}
                                   : SourcePlace{issue.file, 1, 1};
        if (!is_new)
            complaints.error(
                at, fmt::format("the slug \"{}\" is also that of {}; name another in the front matter (slug: …)",
                                issue.slug, first->second->file.string()));
    }
}

}  // namespace

IssueDefaults Project::issue_defaults() const {
    IssueDefaults defaults;
    defaults.language = show.language;
    if (const auto zone = parse_date("2000-01-01T00:00:00" + show.utc_offset)) defaults.utc_offset = zone->offset;
    return defaults;
}

Project load_show(const std::filesystem::path& show_file, Complaints& complaints) {
    Project project;
    project.show = read_show(show_file, complaints);
    project.published = read_register(project.show.folder, complaints);
    project.voices = std::make_unique<VoiceLibrary>(project.show.root);
    project.store_root = project.show.root / ".aloud";
    const std::string place = project.show.folder.lexically_relative(project.show.root).generic_string();
    project.state =
        std::make_unique<BuildState>(project.store_root / "builds" / slugify(place == "." ? "show" : place));
    return project;
}

Project load_project(const BuildOptions& options, Complaints& complaints) {
    Project project = load_show(options.show_file, complaints);
    if (!complaints.errors().empty()) return project;  // the rest would complain about what follows from it
    project.cover_hash = sha256_hex(read_file(project.show.cover));
    const std::string common = common_inputs(project, options);
    for (const std::filesystem::path& file : issue_files(project.show, complaints)) {
        IssueSource source;
        source.file = file;
        source.source = file.lexically_relative(project.show.folder).generic_string();
        std::string bytes;
        try {
            bytes = read_file(file);
        } catch (const Error& error) {
            complaints.error({file, 0, 0}, error.what());
            continue;
        }
        source.hash = sha256_hex(bytes);
        KeyBuilder inputs("issue", 1);
        inputs.field("common", common).field("issue", source.hash).field("source", source.source);
        if (const Published* entry = project.published.find_source(source.source))
            inputs.field("published", entry->record.dump()).field("guid", entry->guid).field("hash", entry->issue_hash);
        source.inputs = inputs.key();
        source.state = project.state->read(source.source);
        source.unchanged = source.state && source.state->inputs == source.inputs && sounds_unchanged(*source.state);
        if (source.unchanged) {
            source.slug = source.state->slug;
        } else {
            source.issue = parse_issue(bytes, file, project.issue_defaults(), complaints);
            if (source.issue) source.slug = source.issue->slug;
        }
        project.issues.push_back(std::move(source));
    }
    complain_about_shared_slugs(project.issues, complaints);
    return project;
}

}  // namespace aloud
