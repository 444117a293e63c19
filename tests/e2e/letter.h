// A small show of the tests' own, and the program run on it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "lib/json/json.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace aloud::testing {

class Letter {
  public:
    /// show.toml, a cover and no issue; `extra` is put at the end of show.toml.
    explicit Letter(const std::string& base_url = "https://example.com/audio/", const std::string& extra = {});

    const std::filesystem::path& root() const { return folder_.path(); }
    std::filesystem::path show() const { return root() / "feeds/letter"; }
    std::filesystem::path site() const { return root() / "site/letter"; }
    void issue(const std::string& name, const std::string& text) const {
        folder_.write("feeds/letter/issues/" + name, text);
    }
    void file(const std::string& name, const std::string& text) const { folder_.write("feeds/letter/" + name, text); }
    /// Three dated issues of a few sentences each.
    void three_issues() const;

    /// voices/loop.toml: OpenAI's protocol at this address, with a key from ALOUD_TEST_KEY; the show speaks with it.
    void speak_by(const std::string& base_url);
    std::map<std::string, std::string> environment;  ///< of every run

    /// How the program is run with these arguments: for a Child.
    Run command(const std::vector<std::string>& arguments) const;
    /// aloud build SHOW ARGUMENTS.
    Finished build(const std::vector<std::string>& arguments = {}) const;
    /// The same with --json, which must succeed; parsed.
    Json build_json(const std::vector<std::string>& arguments = {}) const;
    Finished aloud(const std::vector<std::string>& arguments, const std::string& input = {}) const;

    /// Every file of the site: relative path -> bytes. Temporary files count, so that one left behind shows.
    std::map<std::string, std::string> site_files() const;
    /// The only MP3 of an episode.
    std::filesystem::path audio(const std::string& slug) const;

  private:
    TempFolder folder_;
};

/// The names of the files in which two sites differ, one a line; empty if they are the same. (A failed comparison of
/// the maps themselves would print every byte.)
std::string difference(const std::map<std::string, std::string>& one, const std::map<std::string, std::string>& other);

/// Sum of takes.made over all episodes of a build's JSON.
int takes_made(const Json& build);

}  // namespace aloud::testing
