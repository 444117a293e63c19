#include "build/site.h"

#include <fmt/format.h>

#include <set>

#include "feed/feed.h"
#include "feed/guid.h"
#include "feed/index_page.h"
#include "util/file.h"

namespace aloud {
namespace {

std::string folder_url(const Show& show, const std::string& slug) {
    return show.base_url + "episodes/" + slug + "/";
}

/// Art that changes needs a new address, or Apple keeps the old picture: the feed names the picture by its content.
std::string cover_name(const Project& project) {
    const std::string ending = project.show.cover.extension() == ".png" ? ".png" : ".jpg";
    return "cover-" + project.cover_hash.substr(0, 8) + ending;
}

}  // namespace

std::string show_guid(const Project& project) {
    if (project.published.show_guid) return *project.published.show_guid;
    if (project.show.feed.guid) return *project.show.feed.guid;
    return podcast_guid(project.show.feed_url());
}

void write_site(const Project& project, const std::vector<SiteEpisode>& episodes) {
    const Show& show = project.show;
    const std::string cover = read_file(show.cover);
    const std::string name = cover_name(project);
    update_file(show.output / name, cover);
    update_file(show.output / ("cover" + name.substr(name.rfind('.'))), cover);
    FeedInput input{show, show_guid(project), show.base_url + name, {}};
    for (const SiteEpisode& episode : episodes)
        input.items.push_back({episode.record, episode.audio_url, folder_url(show, episode.record.slug)});
    update_file(show.output / "index.html", index_page(input));
    update_file(show.output / "feed.xml", write_feed(input));
}

void remove_superseded_audio(const Project& project, const std::vector<SiteEpisode>& episodes) {
    for (const SiteEpisode& episode : episodes) {
        const std::filesystem::path folder = project.show.output / "episodes" / episode.record.slug;
        std::set<std::string> keep;
        for (const AudioFile& audio : episode.record.audio) keep.insert(audio.file);
        // Listeners may still be on the way to what is published.
        if (const Published* entry = project.published.find(episode.record.slug))
            keep.insert(std::filesystem::path(entry->audio_url).filename().string());
        for (const std::filesystem::path& file : glob(folder, episode.record.slug + "-????????.mp3"))
            if (!keep.contains(file.filename().string())) std::filesystem::remove(file);
    }
}

}  // namespace aloud
