#include "command/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "command/commands.h"
#include "util/error.h"

namespace aloud {
namespace {

/// Everything that the parser writes into; the command that is chosen takes its part.
struct Arguments {
    BuildArguments build;
    ScriptArguments script;
    SayArguments say;
    VoicesArguments voices;
    NewArguments fresh;
    std::string force, since;
    std::vector<std::string> remake;
    double max_cost = -1;
    std::size_t last = 0;
    bool quiet = false, verbose = false;
    Command command;
};

void add_build(CLI::App& app, Arguments& a) {
    CLI::App* build =
        app.add_subcommand("build", "make what is missing or changed: audio, transcript, chapters, page, feed");
    BuildOptions& o = a.build.options;
    build->add_option("targets", a.build.targets, "a show (folder or show.toml) and issues (files or slugs)")
        ->option_text("[SHOW] [ISSUE...]");
    build->add_flag("--dry-run,-n", o.dry_run, "say what would be made and what it would cost; no request, no file");
    build->add_flag("--explain", o.explain, "say why each thing is made");
    build->add_option("--max-cost", a.max_cost, "stop before a request that would pass this sum")
        ->option_text("USD")
        ->check(CLI::NonNegativeNumber);
    build->add_option("--voice", o.voice, "try another voice; the result goes to .aloud/preview")->option_text("NAME");
    build->add_flag("--draft", o.draft, "the embedded voice, mistakes are warnings; goes to .aloud/preview");
    build->add_option("--jobs,-j", o.jobs, "jobs at once (default: processors)")
        ->option_text("N")
        ->check(CLI::Range(1, 1024));
    build->add_option("--force", a.force, "redo a stage and what follows it")
        ->option_text("take|frames|episode")
        ->check(CLI::IsMember({"take", "frames", "episode"}));
    build->add_option("--remake", a.remake, "make published episodes anew, too")->option_text("SLUG|all");
    build->add_option("--last", a.last, "only the newest N issues")->option_text("N")->check(CLI::PositiveNumber);
    build->add_option("--since", a.since, "only issues of this day or later")->option_text("YYYY-MM-DD");
    build->add_flag("--json", a.build.json, "print the result as JSON");
    build->add_flag("--quiet,-q", a.quiet, "print warnings and errors only");
    build->add_flag("--verbose,-v", a.verbose, "print each step");
    build->footer("Example:\n  aloud build feeds/example --jobs 2");
    build->callback([&a] {
        a.command = [&a] {
            BuildOptions& options = a.build.options;
            if (a.max_cost >= 0) options.max_cost = a.max_cost;
            if (a.last > 0) options.last = a.last;
            options.remake = {a.remake.begin(), a.remake.end()};
            const std::map<std::string, Force> stages = {
                {"take", Force::take}, {"frames", Force::frames}, {"episode", Force::episode}};
            if (!a.force.empty()) options.force = stages.at(a.force);
            if (!a.since.empty()) {
                options.since = parse_date(a.since);
                if (!options.since) throw InputError(fmt::format("--since {}: no date; write YYYY-MM-DD", a.since));
            }
            if (a.quiet) a.build.detail = Status::Detail::quiet;
            if (a.verbose) a.build.detail = Status::Detail::verbose;
            return run_build_command(a.build);
        };
    });
}

void add_script(CLI::App& app, Arguments& a) {
    CLI::App* script = app.add_subcommand("script", "what will be said, and what will not, and why");
    script->add_option("targets", a.script.targets, "a show, and an issue: its file, its slug, or - for standard input")
        ->option_text("[SHOW] ISSUE|-")
        ->required();
    script->add_flag("--json", a.script.json, "print the script as JSON");
    script->add_flag("--diff", a.script.diff, "only the lines that changed since the last build");
    script->footer("Example:\n  aloud script feeds/example 2026-10-06-loud-enough");
    script->callback([&a] { a.command = [&a] { return run_script_command(a.script); }; });
}

void add_say(CLI::App& app, Arguments& a) {
    CLI::App* say = app.add_subcommand("say", "hear a voice");
    say->add_option("words", a.say.words, "a voice (default: the default voice) and a text")
        ->option_text("[VOICE] TEXT")
        ->required();
    say->add_option("--output,-o", a.say.output, "write a WAV file instead of playing")->option_text("FILE.wav");
    say->add_option("--language", a.say.language, "language of the text (default: the voice's)")->option_text("CODE");
    say->add_flag("--ipa", a.say.ipa, "the text is in the International Phonetic Alphabet");
    say->footer("Example:\n  aloud say mei \"你好，世界\" -o hello.wav");
    say->callback([&a] { a.command = [&a] { return run_say_command(a.say); }; });
}

void add_voices(CLI::App& app, Arguments& a) {
    CLI::App* voices = app.add_subcommand("voices", "voices, services, limits, prices, whether a key is set");
    voices->add_flag("--json", a.voices.json, "print the list as JSON");
    voices->add_flag("--probe", a.voices.probe, "measure how fast the voices inside the program speak here");
    voices->footer("Example:\n  aloud voices --probe");
    voices->callback([&a] { a.command = [&a] { return run_voices_command(a.voices); }; });
}

void add_new(CLI::App& app, Arguments& a) {
    CLI::App* fresh = app.add_subcommand("new", "a new show, ready to build: show.toml, a first issue, a cover");
    fresh->add_option("folder", a.fresh.folder, "the folder to make")->option_text("FOLDER")->required();
    fresh->footer("Example:\n  aloud new feeds/my-letter");
    fresh->callback([&a] { a.command = [&a] { return run_new_command(a.fresh); }; });
}

}  // namespace

Command parse_arguments(int argc, char** argv) {
    CLI::App app(
        "Aloud makes the audio edition of a newsletter: a folder of Markdown in; audio, chapters, transcripts and a\n"
        "podcast feed out. Nothing is made or paid for twice.",
        "aloud");
    const auto arguments = std::make_shared<Arguments>();
    app.require_subcommand(1);
    app.set_version_flag("--version", version_text);
    app.footer(
        "Example:\n  aloud build feeds/example\n\nExit codes: 0 done, 1 something failed, 2 bad usage or "
        "configuration, 130 interrupted.");
    add_build(app, *arguments);
    add_script(app, *arguments);
    add_say(app, *arguments);
    add_voices(app, *arguments);
    add_new(app, *arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        app.exit(help);
        return [] { return 0; };
    } catch (const CLI::ParseError& error) {
        throw InputError(fmt::format("{}; see aloud --help", error.what()));
    }
    return [arguments] { return arguments->command(); };
}

}  // namespace aloud
