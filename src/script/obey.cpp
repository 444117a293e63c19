// What each directive does.
#include "script/narrator.h"

#include <fmt/format.h>

#include <algorithm>

#include "util/text.h"

namespace aloud {

void Narrator::obey(const Node& comment) {
    const SourcePlace at{issue_.file, comment.source_line, 1};
    Directive directive;
    try {
        directive = parse_directive(comment.text);
    } catch (const InputError& error) {
        complaints_.error(at, error.what());
        return;
    }
    using Kind = Directive::Kind;
    if (directive.kind == Kind::end) {
        if (open_skip_line_ == 0 && open_only_line_ == 0)
            complaints_.error(at, "\"end\" closes nothing: no skip or only is open");
        (open_skip_line_ > 0 ? open_skip_line_ : open_only_line_) = 0;
        return;
    }
    if (directive.kind == Kind::skip || (directive.kind == Kind::only && directive.text.empty())) {
        if (open_skip_line_ > 0 || open_only_line_ > 0) {
            complaints_.error(at, "the directive before this one is not closed: <!-- aloud: end --> is missing");
            return;
        }
        (directive.kind == Kind::skip ? open_skip_line_ : open_only_line_) = comment.source_line;
        return;
    }
    if (open_skip_line_ > 0 || skipped_section_ > 0) return;  // inside what is skipped nothing else counts
    const auto waits = [&](const char* name) {
        complaints_.error(at, fmt::format("the directive \"{}\" before this one has nothing to act on yet", name));
    };
    SpokenText text;
    switch (directive.kind) {
        case Kind::only:
            text.append(directive.text);
            add_line("paragraph", text, comment.source_line, settings_.pause_paragraph);
            break;
        case Kind::say:
            if (say_) waits("say");
            say_ = directive.text;
            say_line_ = comment.source_line;
            break;
        case Kind::voice:
            if (next_voice_) waits("voice");
            next_voice_ = directive.text;
            voice_line_ = comment.source_line;
            break;
        case Kind::pause:
            if (script_.lines.empty()) {
                pause_before_ms_ = directive.milliseconds;
            } else {
                script_.lines.back().pause_after_ms = directive.milliseconds;
            }
            break;
        case Kind::chapter:
            if (chapter_line_ > 0) waits("chapter");
            chapter_ = directive.text;
            chapter_begins_ = true;
            chapter_line_ = comment.source_line;
            break;
        case Kind::sound:
            obey_sound(directive.text, at);
            break;
        default:
            break;
    }
}

/// A sound of its own, or a recording in place of the line that `say` wrote down.
void Narrator::obey_sound(const std::string& name, const SourcePlace& at) {
    const std::filesystem::path file(name);
    std::error_code error;
    if (file.is_absolute() || file.lexically_normal().begin()->string() == "..") {
        complaints_.error(at, fmt::format("sound {}: the file must lie beside the issue or below it", printable(name)));
    } else if (!std::filesystem::is_regular_file(issue_.file.parent_path() / file, error)) {
        complaints_.error(at, fmt::format("sound {} is not there", printable(name)));
    } else {
        next_sound_ = name;
        if (!say_) add_line("paragraph", SpokenText(), at.line, settings_.pause_paragraph);
    }
}

}  // namespace aloud
