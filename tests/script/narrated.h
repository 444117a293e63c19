// Scripts from a text, for tests: one string a line or omission, so that a test reads like what is heard.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "script/script.h"
#include "tests/support/markdown.h"

namespace aloud::testing {

using Setting = std::function<void(Narration&)>;
using Strings = std::vector<std::string>;

/// The script of a text, of a show that says nothing before and after it. No complaint is expected.
inline Script script_of(std::string_view markdown, const Setting& setting = {},
                        const std::string& file = "2026-01-02-test.md") {
    Show show;
    show.name = "test";
    show.title = "The Test Letter";
    show.narration.intro = "";
    show.narration.outro = "";
    if (setting) setting(show.narration);
    const Issue issue = issue_of(markdown, file);
    Complaints complaints;
    Script script = narrate(issue, show, complaints);
    EXPECT_TRUE(complaints.errors().empty()) << complaints.errors().front();
    return script;
}

/// What `narrate` complains about.
inline Strings complaints_of(std::string_view markdown, const Setting& setting = {}) {
    Show show;
    if (setting) setting(show.narration);
    const Issue issue = issue_of(markdown);
    Complaints complaints;
    narrate(issue, show, complaints);
    return complaints.errors();
}

/// "paragraph: what is spoken", in order.
inline Strings heard(const Script& script) {
    Strings all;
    for (const Line& line : script.lines) all.push_back(line.kind + ": " + line.spoken());
    return all;
}
inline Strings heard(std::string_view markdown, const Setting& setting = {}) {
    return heard(script_of(markdown, setting));
}

/// "kind: text", in order.
inline Strings left_out(const Script& script) {
    Strings all;
    for (const Omission& omission : script.omissions) all.push_back(omission.kind + ": " + omission.text);
    return all;
}
inline Strings left_out(std::string_view markdown, const Setting& setting = {}) {
    return left_out(script_of(markdown, setting));
}

/// Pauses before and after each line, in milliseconds.
inline std::vector<std::pair<int, int>> pauses(std::string_view markdown, const Setting& setting = {}) {
    std::vector<std::pair<int, int>> all;
    for (const Line& line : script_of(markdown, setting).lines)
        all.emplace_back(line.pause_before_ms, line.pause_after_ms);
    return all;
}

}  // namespace aloud::testing
