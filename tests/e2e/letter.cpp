#include "tests/e2e/letter.h"

#include <gtest/gtest.h>

namespace aloud::testing {

Letter::Letter(const std::string& base_url, const std::string& extra) {
    folder_.write("feeds/letter/show.toml", R"(title = "The Test Letter"
link = "https://example.com/"
language = "en"
author = "A. Writer"
description = "A letter that tests write to themselves."
owner = { name = "A. Writer", email = "writer@example.com" }
categories = ["Technology"]
explicit = false
cover = "cover.jpg"
base_url = ")" + base_url + "\"\n" + extra);
    // The default voice, here spoken by what every machine has: what is tested is the same, whether models are
    // installed or not.
    folder_.write("voices/heart.toml", "engine = \"espeak\"\nvoice = \"en-us\"\nlanguage = \"en\"\n");
    std::filesystem::copy_file(std::filesystem::path(ALOUD_REPOSITORY) / "feeds/example/cover.jpg",
                               show() / "cover.jpg");
}

void Letter::three_issues() const {
    issue("2026-01-05-one.md",
          "---\ntitle: The first\nnumber: 1\n---\n\n# A heading\n\nOne sentence stands here. Another follows it.\n\n> "
          "A quotation of one sentence.\n");
    issue("2026-02-05-two.md",
          "---\ntitle: The second\nnumber: 2\n---\n\nThe river runs east. The road runs west.\n\n- First item\n- "
          "Second item\n");
    issue("2026-03-05-three.md",
          "---\ntitle: The third\nnumber: 3\n---\n\nThree is a crowd. Four is a party.\n\n## Ending\n\nGoodbye for "
          "now.\n");
}

void Letter::speak_by(const std::string& base_url) {
    folder_.write("voices/loop.toml", "service = \"openai\"\nvoice = \"onyx\"\nmodel = \"tts-1\"\nbase_url = \"" +
                                          base_url + "\"\nkeys = { key = \"ALOUD_TEST_KEY\" }\n");
    environment["ALOUD_TEST_KEY"] = "sk-test-0123456789abcdef";
    file("show.toml", slurp(show() / "show.toml") + "[narration]\nvoice = \"loop\"\n");
}

Run Letter::command(const std::vector<std::string>& arguments) const {
    Run what;
    what.arguments = {ALOUD_PROGRAM};
    what.arguments.insert(what.arguments.end(), arguments.begin(), arguments.end());
    what.folder = root();
    what.environment = environment;
    return what;
}

Finished Letter::aloud(const std::vector<std::string>& arguments, const std::string& input) const {
    Run what = command(arguments);
    what.input = input;
    return run(what);
}

Finished Letter::build(const std::vector<std::string>& arguments) const {
    std::vector<std::string> all = {"build", show().string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return aloud(all);
}

Json Letter::build_json(const std::vector<std::string>& arguments) const {
    std::vector<std::string> all = arguments;
    all.emplace_back("--json");
    const Finished finished = build(all);
    EXPECT_EQ(finished.code, 0) << finished.err;
    return Json::parse(finished.out, nullptr, false);
}

std::map<std::string, std::string> Letter::site_files() const {
    std::map<std::string, std::string> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(site(), error))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(site()).generic_string()] = slurp(entry.path());
    return files;
}

std::filesystem::path Letter::audio(const std::string& slug) const {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(site() / "episodes" / slug))
        if (entry.path().extension() == ".mp3") found.push_back(entry.path());
    EXPECT_EQ(found.size(), 1u) << slug;
    return found.empty() ? std::filesystem::path() : found.front();
}

std::string difference(const std::map<std::string, std::string>& one, const std::map<std::string, std::string>& other) {
    std::string names;
    for (const auto& [name, bytes] : one) {
        const auto found = other.find(name);
        if (found == other.end() || found->second != bytes) names += name + "\n";
    }
    for (const auto& [name, bytes] : other)
        if (!one.contains(name)) names += name + "\n";
    return names;
}

int takes_made(const Json& build) {
    int made = 0;
    for (const Json& episode : build.at("episodes")) made += episode.at("takes").at("made").get<int>();
    return made;
}

}  // namespace aloud::testing
