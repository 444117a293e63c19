#include "script/narrator.h"

#include <fmt/format.h>

#include <algorithm>

#include "script/chinese.h"
#include "script/frame.h"
#include "store/key.h"
#include "util/text.h"

namespace aloud {

Narrator::Narrator(const Issue& issue, const Show& show, Complaints& complaints)
    : issue_(issue), tree_(issue.tree), show_(show), settings_(show.narration), complaints_(complaints) {
    script_.show = show.name;
    script_.issue = issue.slug;
    script_.title = issue.title;
    for (const std::string& pattern : settings_.skip) {
        try {
            skips_.emplace_back(pattern, Regex(pattern));
        } catch (const Error& error) {
            complaints_.error(settings_.place("skip", show.file), fmt::format("skip: {}", error.what()));
        }
    }
    for (NodeId id = 0; id != no_node; id = tree_.following(id, 0))
        if (tree_[id].kind == NodeKind::footnote) footnotes_.emplace(tree_[id].text, id);
}

Script Narrator::narrate() {
    add_frame("intro", intro_sentences(issue_, show_));
    NodeId at = tree_[0].first_child;
    std::vector<NodeId> open;
    while (at != no_node && at != 0) {
        while (!open.empty() && open.back() != tree_[at].parent) {
            leave(open.back());
            open.pop_back();
        }
        const bool inside = enter(at) && tree_[at].first_child != no_node;
        if (inside) open.push_back(at);
        at = inside ? tree_[at].first_child : tree_.following_outside(at, 0);
    }
    while (!open.empty()) {
        leave(open.back());
        open.pop_back();
    }
    const auto unclosed = [&](int line, const char* name) {
        if (line > 0)
            complaints_.error({issue_.file, line, 1},
                              fmt::format("the directive \"{}\" is not closed: <!-- aloud: end --> is missing", name));
    };
    unclosed(open_skip_line_, "skip");
    unclosed(open_only_line_, "only");
    if (say_) complaints_.error({issue_.file, say_line_, 1}, "the directive \"say\" has no block after it");
    add_footnotes();
    chapter_begins_ = false;
    add_frame("outro", outro_sentences(issue_, show_));
    return std::move(script_);
}

void Narrator::omit(const char* kind, std::string text, std::string reason, int line) {
    script_.omissions.push_back({kind, std::move(text), std::move(reason), line});
}

bool Narrator::matches_skip(const std::string& text, std::string& pattern) const {
    for (const auto& [source, regex] : skips_)
        if (regex.find(text)) {
            pattern = source;
            return true;
        }
    return false;
}

/// Inside `skip` … `end`, a skipped section, or the block that `say` stands for: all text becomes omissions.
bool Narrator::enter_skipped(NodeId id) {
    const Node& node = tree_[id];
    if (node.kind == NodeKind::comment) {
        if (is_directive(node.text)) obey(node);
        return false;
    }
    const bool leaf = node.kind == NodeKind::paragraph || node.kind == NodeKind::heading ||
                      node.kind == NodeKind::caption || node.kind == NodeKind::table ||
                      node.kind == NodeKind::code_block;
    if (!leaf) return true;
    const std::string text = plain_text(tree_, id);
    const std::string reason =
        open_skip_line_ > 0 ? "skipped by a directive" : fmt::format("skipped by \"{}\"", skipped_by_);
    if (!text.empty()) omit("skipped", text, reason, node.source_line);
    return false;
}

/// `say "…"` instead of this block.
bool Narrator::replaced(NodeId id) {
    const NodeKind kind = tree_[id].kind;
    if (!say_ || kind == NodeKind::comment || kind == NodeKind::dropped || kind == NodeKind::footnote) return false;
    SpokenText text;
    text.append(*say_);
    say_.reset();
    add_line("paragraph", text, say_line_, settings_.pause_paragraph);
    omit("skipped", plain_text(tree_, id), "a directive says something else", tree_[id].source_line);
    return true;
}

bool Narrator::enter(NodeId id) {
    const Node& node = tree_[id];
    if (skipped_section_ > 0 && node.kind == NodeKind::heading && node.level <= skipped_section_) skipped_section_ = 0;
    if (open_skip_line_ > 0 || skipped_section_ > 0) return node.kind == NodeKind::footnote ? false : enter_skipped(id);
    if (replaced(id)) return false;
    switch (node.kind) {
        case NodeKind::heading:
            add_heading(id);
            return false;
        case NodeKind::paragraph:
            add_text_block(id, lists_.empty() ? (quotes_ > 0 ? "quote" : "paragraph") : "item");
            return false;
        case NodeKind::caption:
            add_text_block(id, "caption");
            return false;
        case NodeKind::table:
            add_table(id);
            return false;
        case NodeKind::code_block:
            add_code(id);
            return false;
        case NodeKind::thematic_break:
            if (!script_.lines.empty())
                script_.lines.back().pause_after_ms =
                    std::max(script_.lines.back().pause_after_ms, settings_.pause_break);
            omit("break", "", "a pause", node.source_line);
            return false;
        case NodeKind::comment:
            if (is_directive(node.text)) {
                obey(node);
            } else {
                omit("comment", std::string(trim(node.text)), "a comment", node.source_line);
            }
            return false;
        case NodeKind::dropped:
            omit(node.url.empty() ? "html" : "markup", node.url.empty() ? node.text : node.url,
                 node.url.empty() ? "<" + node.text + "> is not read" : "a template tag", node.source_line);
            return false;
        case NodeKind::footnote:
            return false;  // said or omitted where it is met, or at the end
        case NodeKind::quote:
            if (quotes_++ == 0) quote_begin_ = script_.lines.size();
            return true;
        case NodeKind::list:
            lists_.push_back({node.ordered, node.level});
            return true;
        case NodeKind::item:
            item_begins_ = true;
            item_ = id;
            return true;
        default:
            return true;
    }
}

void Narrator::leave(NodeId id) {
    const Node& node = tree_[id];
    if (open_skip_line_ > 0 || skipped_section_ > 0) {
        if (node.kind == NodeKind::quote && quotes_ > 0) --quotes_;
        if (node.kind == NodeKind::list && !lists_.empty()) lists_.pop_back();
        return;
    }
    if (node.kind == NodeKind::quote && quotes_ > 0 && --quotes_ == 0) add_quote_marks();
    if (node.kind == NodeKind::item) {
        item_begins_ = false;
        if (!lists_.empty()) ++lists_.back().number;
    }
    if (node.kind != NodeKind::list || lists_.empty()) return;
    lists_.pop_back();
    if (lists_.empty() && !script_.lines.empty())
        script_.lines.back().pause_after_ms = std::max(script_.lines.back().pause_after_ms, settings_.pause_paragraph);
}

void Narrator::add_heading(NodeId id) {
    const Node& node = tree_[id];
    const ReadSpans read = read_spans(issue_, id, settings_, false, {script_.omissions, complaints_});
    const std::string title = read.text.written();
    if (title.empty()) return;
    std::string pattern;
    if (matches_skip(title, pattern)) {
        skipped_section_ = node.level;
        skipped_by_ = pattern;
        omit("skipped", title, fmt::format("skipped by \"{}\"", pattern), node.source_line);
        return;
    }
    if (!title_heading_seen_ && folded(title) == folded(issue_.title)) {
        title_heading_seen_ = true;
        const bool said = !settings_.intro || settings_.intro->find("{title}") != std::string::npos;
        if (said) {
            omit("skipped", title, "the intro has said the title", node.source_line);
            return;
        }
    }
    title_heading_seen_ = true;
    const bool main = node.level <= 2;
    if (node.level <= settings_.chapter_depth) {
        chapter_ = title;
        chapter_begins_ = true;
    }
    SpokenText text = read.text;
    text.end_sentence();
    Line& line = add_line("heading", text, node.source_line,
                          main ? settings_.pause_heading_after : settings_.pause_subheading_after);
    // Shown as the author wrote it; the full stop is only for the voice.
    if (!line.sentences.empty() && line.written() != title && line.sentences.size() == 1)
        line.sentences.front().written = title;
    line.pause_before_ms = main ? settings_.pause_heading_before : settings_.pause_subheading_before;
    footnotes_met_.insert(footnotes_met_.end(), read.footnotes.begin(), read.footnotes.end());
}

void Narrator::add_text_block(NodeId id, const std::string& kind) {
    const Node& node = tree_[id];
    const ReadSpans read = read_spans(issue_, id, settings_, kind == "item", {script_.omissions, complaints_});
    std::string pattern;
    if (!read.text.empty() && matches_skip(read.text.written(), pattern)) {
        omit("skipped", read.text.written(), fmt::format("skipped by \"{}\"", pattern), node.source_line);
        return;
    }
    SpokenText text;
    if (item_begins_ && !lists_.empty() && !read.text.empty()) {
        item_begins_ = false;
        if (lists_.back().ordered)
            text.append(fmt::format("{}.", lists_.back().number), fmt::format("{}:", lists_.back().number));
        const std::string& task = tree_[item_].task;
        if (!task.empty()) text.append(text.empty() ? "" : " ", task == "done" ? " Done: " : " To do: ");
        if (!text.empty()) text.append(" ");
    }
    const std::size_t prefix = text.size();
    text.append_all(read.text);
    if (text.size() > prefix) {
        const int pause = kind == "item" ? settings_.pause_item : settings_.pause_paragraph;
        add_line(kind, text, node.source_line, pause);
    }
    for (const std::string& label : read.footnotes) {
        footnotes_met_.push_back(label);
        if (settings_.footnotes != "inline" || !footnotes_.contains(label) || !footnotes_said_.insert(label).second)
            continue;
        for (NodeId in = tree_.following(footnotes_.at(label), footnotes_.at(label)); in != no_node;
             in = tree_.following_outside(in, footnotes_.at(label))) {
            if (tree_[in].kind != NodeKind::paragraph) continue;
            SpokenText note;
            note.append("", "Footnote: ");
            note.append_all(read_spans(issue_, in, settings_, false, {script_.omissions, complaints_}).text);
            add_line("note", note, tree_[in].source_line, settings_.pause_paragraph);
        }
    }
}

void Narrator::add_quote_marks() {
    if (settings_.quote || settings_.quotes == "plain" || quote_begin_ >= script_.lines.size()) return;
    std::size_t sentences = 0;
    for (std::size_t i = quote_begin_; i < script_.lines.size(); ++i) sentences += script_.lines[i].sentences.size();
    if (sentences < 2) return;
    Line& first = script_.lines[quote_begin_];
    // Heard, not shown: a transcript has its own quotation marks.
    first.sentences.insert(first.sentences.begin(), {"", "Quote.", first.language});
    for (auto link = script_.links.rbegin(); link != script_.links.rend() && link->line >= quote_begin_; ++link)
        if (link->line == quote_begin_) ++link->sentence;
    Line& last = script_.lines.back();
    last.sentences.push_back({"", "End quote.", last.language});
}

void Narrator::add_code(NodeId id) {
    const Node& node = tree_[id];
    if (settings_.code == "read") {
        for (const std::string& one : split(node.text, '\n')) {
            SpokenText text;
            text.append(one);
            if (!text.empty()) add_line("paragraph", text, node.source_line, settings_.pause_item);
        }
        return;
    }
    omit("code", node.text, "a code listing", node.source_line);
    constexpr const char* note = "A code listing is left out here.";
    const bool repeated =
        !script_.lines.empty() && script_.lines.back().kind == "note" && script_.lines.back().written() == note;
    if (settings_.code == "note" && !repeated) add_note(note, node.source_line);
}

void Narrator::add_note(const std::string& text, int source_line) {
    SpokenText spoken;
    spoken.append(text);
    add_line("note", spoken, source_line, settings_.pause_paragraph);
}

void Narrator::add_footnotes() {
    bool titled = false;
    for (const auto& [label, id] : footnotes_) {
        if (footnotes_said_.contains(label)) continue;
        if (settings_.footnotes != "end") {
            omit("footnote", plain_text(tree_, id), "footnotes stand in the show notes", tree_[id].source_line);
            continue;
        }
        if (!titled) add_note("Notes.", tree_[id].source_line);
        titled = true;
        for (NodeId in = tree_.following(id, id); in != no_node; in = tree_.following(in, id)) {
            if (tree_[in].kind != NodeKind::paragraph) continue;
            const ReadSpans read = read_spans(issue_, in, settings_, false, {script_.omissions, complaints_});
            if (!read.text.empty()) add_line("note", read.text, tree_[in].source_line, settings_.pause_paragraph);
        }
    }
    for (const std::string& label : footnotes_met_)
        if (!footnotes_.contains(label)) omit("reference", label, "a footnote's mark without its note", 0);
}

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
    SpokenText text;
    switch (directive.kind) {
        case Kind::only:
            text.append(directive.text);
            add_line("paragraph", text, comment.source_line, settings_.pause_paragraph);
            break;
        case Kind::say:
            say_ = directive.text;
            say_line_ = comment.source_line;
            break;
        case Kind::voice:
            next_voice_ = directive.text;
            break;
        case Kind::pause:
            if (!script_.lines.empty()) script_.lines.back().pause_after_ms = directive.milliseconds;
            break;
        case Kind::chapter:
            chapter_ = directive.text;
            chapter_begins_ = true;
            break;
        case Kind::sound: {
            const std::filesystem::path file(directive.text);
            std::error_code error;
            if (file.is_absolute() || file.lexically_normal().begin()->string() == "..") {
                complaints_.error(at, fmt::format("sound {}: the file must lie beside the issue or below it",
                                                  printable(directive.text)));
            } else if (!std::filesystem::is_regular_file(issue_.file.parent_path() / file, error)) {
                complaints_.error(at, fmt::format("sound {} is not there", printable(directive.text)));
            } else if (say_) {  // a recording in place of the line that `say` wrote down
                next_sound_ = directive.text;
            } else {
                next_sound_ = directive.text;
                add_line("paragraph", text, comment.source_line, settings_.pause_paragraph);
            }
            break;
        }
        default:
            break;
    }
}

Line& Narrator::add_line(const std::string& kind, const SpokenText& text, int source_line, int pause_after_ms) {
    Line line;
    line.kind = kind;
    line.role = quotes_ > 0 ? "quote" : kind == "heading" ? "heading" : kind == "note" ? "note" : "body";
    line.language = issue_.language;
    std::vector<std::size_t> starts;
    line.sentences = text.sentences(line.language, starts);
    line.source_line = source_line;
    line.pause_after_ms = pause_after_ms;
    for (const SpokenText::Link& link : text.links()) {
        const auto after = std::upper_bound(starts.begin(), starts.end(), link.at);
        const std::size_t sentence = after == starts.begin() ? 0 : static_cast<std::size_t>(after - starts.begin()) - 1;
        script_.links.push_back({link.text, link.url, link.source_line, script_.lines.size(), sentence});
    }
    finish_line(line);
    script_.lines.push_back(std::move(line));
    return script_.lines.back();
}

void Narrator::add_frame(const char* kind, std::vector<Sentence> sentences) {
    if (sentences.empty()) return;
    Line line;
    line.kind = kind;
    line.role = "body";
    line.language = issue_.language;
    line.sentences = std::move(sentences);
    line.pause_after_ms = settings_.pause_paragraph;
    finish_line(line);
    script_.lines.push_back(std::move(line));
}

void Narrator::finish_line(Line& line) {
    const std::map<std::string, std::optional<std::string>> roles = {
        {"quote", settings_.quote}, {"heading", settings_.heading}, {"note", settings_.note}};
    const auto role = roles.find(line.role);
    if (role != roles.end()) line.voice = role->second.value_or("");
    const bool reads_han = line.language.starts_with("zh") || line.language.starts_with("ja");
    const auto chinese = settings_.languages.find("zh");
    if (!reads_han && chinese != settings_.languages.end() && is_mostly_han(line.written())) {
        line.language = "zh";
        line.voice = chinese->second;
    } else if (!reads_han) {
        for (Sentence& sentence : line.sentences) sentence.spoken = say_han_in_latin(sentence.spoken);
    } else if (line.voice.empty()) {
        const auto own = settings_.languages.find(line.language.substr(0, 2));
        if (own != settings_.languages.end()) line.voice = own->second;
    }
    for (Sentence& sentence : line.sentences) sentence.language = line.language;
    if (next_voice_) line.voice = *next_voice_;
    next_voice_.reset();
    line.sound = next_sound_;
    next_sound_.reset();
    line.chapter = chapter_;
    line.starts_chapter = chapter_begins_;
    chapter_begins_ = false;
    const std::string content = line.kind + "\n" + line.written() + "\n" + line.sound.value_or("");
    line.id = sha256_hex(content + "\n" + std::to_string(line_counts_[content]++)).substr(0, 12);
}

Script narrate(const Issue& issue, const Show& show, Complaints& complaints) {
    return Narrator(issue, show, complaints).narrate();
}

}  // namespace aloud
