// What each block says.
#include "script/narrator.h"

#include <fmt/format.h>

#include <algorithm>

#include "util/text.h"

namespace aloud {

void Narrator::add_heading(NodeId id) {
    const Node& node = tree_[id];
    const ReadSpans read = read_spans(issue_, id, settings_, false, {script_.omissions, complaints_});
    const std::string title = read.text.written();
    if (title.empty()) return;
    std::string pattern;
    if (matches_skip(title, node.source_line, pattern)) {
        skipped_section_ = node.level;
        skipped_by_ = pattern;
        omit("skipped", title, fmt::format("skipped by \"{}\"", pattern), node.source_line);
        return;
    }
    const bool repeats_title = !title_heading_seen_ && title_said_ && folded(title) == folded(issue_.title);
    title_heading_seen_ = true;
    if (repeats_title) {
        omit("skipped", title, "the intro has said the title", node.source_line);
    } else {
        add_heading_line(node, read.text, node.source_line);
    }
    meet_footnotes(read.footnotes);
}

/// Shown as the author wrote it; the full stop is only for the voice.
void Narrator::add_heading_line(const Node& node, SpokenText text, int source_line) {
    if (node.level <= settings_.chapter_depth && chapter_line_ == 0) {
        chapter_ = text.written();
        chapter_begins_ = true;
    }
    const bool main = node.level <= 2;
    const bool stop_added = text.end_sentence();
    Line& line =
        add_line("heading", text, source_line, main ? settings_.pause_heading_after : settings_.pause_subheading_after);
    if (stop_added && !line.sentences.empty()) {
        std::string& written = line.sentences.back().written;
        written.resize(written.size() - std::string_view(ends_wide(written) ? "。" : ".").size());
    }
    line.pause_before_ms =
        std::max(line.pause_before_ms, main ? settings_.pause_heading_before : settings_.pause_subheading_before);
}

/// Numbers of the items that begin here, and whether a task is done.
SpokenText Narrator::item_prefix() {
    SpokenText prefix;
    for (List& list : place_.lists) {
        if (!list.begins) continue;
        list.begins = false;
        if (list.ordered)
            prefix.append(fmt::format("{}{}.", prefix.empty() ? "" : " ", list.number),
                          fmt::format(" {}:", list.number));
        if (!list.task.empty()) prefix.append(prefix.empty() ? "" : " ", list.task == "done" ? " Done: " : " To do: ");
    }
    if (!prefix.empty()) prefix.append(" ");
    prefix.no_sentence_starts_here();
    return prefix;
}

void Narrator::add_text_block(NodeId id, const std::string& kind) {
    const Node& node = tree_[id];
    const ReadSpans read = read_spans(issue_, id, settings_, kind == "item", {script_.omissions, complaints_});
    std::string pattern;
    if (!read.text.empty() && matches_skip(read.text.written(), node.source_line, pattern)) {
        omit("skipped", read.text.written(), fmt::format("skipped by \"{}\"", pattern), node.source_line);
        return;
    }
    if (!read.text.empty()) {
        SpokenText text = item_prefix();
        text.append_all(read.text);
        const int pause = kind == "item" ? settings_.pause_item : settings_.pause_paragraph;
        add_line(kind, text, node.source_line, pause);
    }
    meet_footnotes(read.footnotes);
}

void Narrator::add_quote_marks() {
    if (settings_.quote || settings_.quotes == "plain" || place_.quote_begin >= script_.lines.size()) return;
    std::size_t sentences = 0;
    for (std::size_t i = place_.quote_begin; i < script_.lines.size(); ++i)
        sentences += script_.lines[i].sentences.size();
    if (sentences < 2) return;
    Line& first = script_.lines[place_.quote_begin];
    // Heard, not shown: a transcript has its own quotation marks.
    first.sentences.insert(first.sentences.begin(), {"", "Quote.", first.language});
    for (auto link = script_.links.rbegin(); link != script_.links.rend() && link->line >= place_.quote_begin; ++link)
        if (link->line == place_.quote_begin) ++link->sentence;
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

}  // namespace aloud
