#include <fmt/format.h>

#include <algorithm>

#include "build/build.h"
#include "command/commands.h"
#include "command/targets.h"
#include "util/text.h"

namespace aloud {
namespace {

void print_summary(const BuildResult& result, const BuildOptions& options) {
    const auto count = [&](std::string_view status) {
        return std::count_if(result.episodes.begin(), result.episodes.end(),
                             [&](const EpisodeOutcome& e) { return e.status == status; });
    };
    if (options.dry_run) {
        double cost = 0;
        for (const EpisodeOutcome& e : result.episodes) {
            if (e.status != "due") continue;
            cost += e.takes.cost_usd;
            fmt::print("would make {}: {} of {} takes, {} characters to pay for, up to ${:.4f}\n", printable(e.slug),
                       e.takes.made, e.takes.total, e.takes.billed_characters, e.takes.cost_usd);
        }
        fmt::print("{} to make, {} current, {} skipped; up to ${:.4f}\n", count("due"), count("current"),
                   count("skipped"), cost);
        return;
    }
    const auto made = count("made"), failed = count("failed");
    if (made == 0 && failed == 0) {
        fmt::print("nothing to do: {} {} current ({:.2f} s)\n", count("current"),
                   count("current") == 1 ? "episode is" : "episodes are", result.seconds);
    } else {
        fmt::print("{} made, {} current, {} skipped, {} failed in {:.1f} s", made, count("current"), count("skipped"),
                   failed, result.seconds);
        if (result.cost_usd > 0) fmt::print(", ${:.4f}", result.cost_usd);
        fmt::print("\n");
    }
    for (const EpisodeOutcome& e : result.episodes)
        if (e.status == "made") fmt::print("  {}\n", printable(e.audio));
    if (!result.feed.empty() && !options.preview()) fmt::print("  {}\n", printable(result.feed));
    if (result.would_differ > 0)
        fmt::print(
            "{} published {} would now differ and stay as they are; --remake SLUG or --remake all makes them anew\n",
            result.would_differ, result.would_differ == 1 ? "episode" : "episodes");
}

}  // namespace

int run_build_command(BuildArguments arguments) {
    const Targets targets = find_targets(arguments.targets);
    arguments.options.show_file = targets.show_file;
    arguments.options.issues = targets.issues;
    Status status(stderr, arguments.detail);
    const BuildResult result = run_build(arguments.options, status);
    status.finish();
    if (arguments.json) {
        fmt::print("{}", build_json(result));
    } else if (arguments.detail != Status::Detail::quiet) {
        print_summary(result, arguments.options);
    }
    return result.failed ? 1 : 0;
}

}  // namespace aloud
