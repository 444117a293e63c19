#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>

#include "build/project.h"
#include "command/commands.h"
#include "command/targets.h"
#include "script/script.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t most_compared = 4000000;  // pairs of lines

/// The issue that the argument means: a file, a slug or a file's name in the show.
std::filesystem::path issue_file(const Project& project, const std::string& name, Complaints& complaints) {
    std::error_code error;
    if (std::filesystem::is_regular_file(name, error)) return name;
    for (const std::string& pattern : project.show.issue_files)
        for (const std::filesystem::path& file : glob(project.show.folder, pattern)) {
            if (file.filename() == name || file.stem() == name) return file;
            Complaints ignored;
            const auto issue = read_issue(file, project.issue_defaults(), ignored);
            if (issue && issue->slug == name) return file;
        }
    complaints.error({project.show.file, 0, 0}, fmt::format("no issue \"{}\" here", name));
    return {};
}

Issue wanted_issue(const Project& project, const std::vector<std::string>& names, Complaints& complaints) {
    if (names.size() != 1) throw InputError("script: give one issue: its file, its slug, or - for standard input");
    std::optional<Issue> issue;
    if (names.front() == "-") {
        const std::string text(std::istreambuf_iterator<char>(std::cin), {});
        issue = parse_issue(text, "standard-input.md", project.issue_defaults(), complaints, false);
    } else {
        const std::filesystem::path file = issue_file(project, names.front(), complaints);
        if (!file.empty()) issue = read_issue(file, project.issue_defaults(), complaints);
    }
    complaints.checkpoint();
    if (!issue) throw InputError(fmt::format("{}: cannot be read", names.front()));
    return *issue;
}

std::string print_difference(const std::string& before, const std::string& after) {
    // Lines that come or go, in order: what a proof-reader needs, not the smallest possible edit.
    std::vector<std::string> old_lines = split(before, '\n'), new_lines = split(after, '\n');
    const auto first = std::mismatch(old_lines.begin(), old_lines.end(), new_lines.begin(), new_lines.end());
    old_lines.erase(old_lines.begin(), first.first);
    new_lines.erase(new_lines.begin(), first.second);
    while (!old_lines.empty() && !new_lines.empty() && old_lines.back() == new_lines.back()) {
        old_lines.pop_back();
        new_lines.pop_back();
    }
    const std::size_t rows = old_lines.size(), columns = new_lines.size();
    if (rows * columns > most_compared) {  // the table below would take the square of a long text
        std::string all;
        for (const std::string& line : old_lines) all += "- " + line + "\n";
        for (const std::string& line : new_lines) all += "+ " + line + "\n";
        return all;
    }
    std::vector<std::vector<std::uint32_t>> common(rows + 1, std::vector<std::uint32_t>(columns + 1, 0));
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            common[i][j] =
                old_lines[i] == new_lines[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    std::string out;
    std::size_t i = 0, j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && old_lines[i] == new_lines[j]) {
            ++i;
            ++j;
        } else if (j == columns || (i < rows && common[i + 1][j] >= common[i][j + 1])) {
            out += "- " + old_lines[i++] + "\n";
        } else {
            out += "+ " + new_lines[j++] + "\n";
        }
    }
    return out.empty() ? "no line has changed since the last build\n" : out;
}

/// What is spoken, a line each: what --diff compares.
std::string spoken_lines(const Script& script) {
    std::string text;
    for (const Line& line : script.lines) text += printable(line.spoken()) + "\n";
    return text;
}

}  // namespace

int run_script_command(const ScriptArguments& arguments) {
    Complaints complaints;
    std::vector<std::string> names = arguments.targets;
    Targets targets;
    if (!names.empty() && names.back() == "-") {
        names.pop_back();
        targets = find_targets(names);
        targets.issues.emplace_back("-");
    } else {
        targets = find_targets(names);
    }
    const Project project = load_show(targets.show_file, complaints);
    complaints.checkpoint();
    const Issue issue = wanted_issue(project, targets.issues, complaints);
    const Script script = narrate(issue, project.show, complaints);
    for (const std::string& warning : complaints.warnings()) fmt::print(stderr, "warning: {}\n", printable(warning));
    complaints.checkpoint();
    if (arguments.diff) {
        const std::filesystem::path kept = project.state->script_file(script.issue);
        std::error_code error;
        if (!std::filesystem::exists(kept, error))
            throw InputError(fmt::format("{}: there is no earlier build to compare with", script.issue));
        fmt::print("{}", print_difference(read_file(kept), spoken_lines(script)));
        return 0;
    }
    fmt::print("{}", arguments.json ? script_json(script) : script_text(script));
    return 0;
}

}  // namespace aloud
