// The register `published.json` beside show.toml: what has been published. An input of every build.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lib/json/json.h"
#include "util/error.h"

namespace aloud {

struct Published {
    std::string slug;
    std::string source;           ///< issue's path relative to the show's folder
    std::string guid;             ///< once published, for ever
    std::string first_published;  ///< RFC 3339: the item's pubDate, kept through corrections
    std::string issue_hash;       ///< SHA-256 of the issue file as it was published
    std::string audio_url;        ///< the enclosure's address
    Json record;                  ///< episode.json as it was published
};

struct Register {
    std::filesystem::path file;
    std::optional<std::string> show_guid;  ///< podcast:guid as published
    std::vector<Published> episodes;
    const Published* find(const std::string& slug) const;
    const Published* find_source(const std::string& source) const;
};

/// An absent file is an empty register. Mistakes go to `complaints` (path:line:column for bad JSON).
Register read_register(const std::filesystem::path& show_folder, Complaints& complaints);
/// `{ "version": 1, "show_guid": …, "episodes": [ … ] }`
std::string register_json(const Register& published);

}  // namespace aloud
