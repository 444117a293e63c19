#include "script/narrator.h"

#include <fmt/format.h>

#include <algorithm>

#include "script/frame.h"
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
        if (tree_[id].kind == NodeKind::footnote && footnotes_.emplace(tree_[id].text, id).second)
            footnote_order_.push_back(id);
}

Script Narrator::narrate() {
    add_frame("intro", intro_sentences(issue_, show_));
    title_said_ = !script_.lines.empty() &&
                  folded(script_.lines.back().written()).find(folded(issue_.title)) != std::string::npos;
    walk(0);
    check_nothing_waits();
    add_footnotes();
    chapter_begins_ = false;
    add_frame("outro", outro_sentences(issue_, show_));
    return std::move(script_);
}

void Narrator::walk(NodeId top) {
    NodeId at = tree_[top].first_child;
    std::vector<NodeId> open;
    while (at != no_node && at != top) {
        while (!open.empty() && open.back() != tree_[at].parent) {
            leave(open.back());
            open.pop_back();
        }
        const bool inside = enter(at) && tree_[at].first_child != no_node;
        if (inside) open.push_back(at);
        at = inside ? tree_[at].first_child : tree_.following_outside(at, top);
    }
    while (!open.empty()) {
        leave(open.back());
        open.pop_back();
    }
}

/// Directives that wait for something that never came.
void Narrator::check_nothing_waits() {
    const auto unclosed = [&](int line, const char* name) {
        if (line > 0)
            complaints_.error({issue_.file, line, 1},
                              fmt::format("the directive \"{}\" is not closed: <!-- aloud: end --> is missing", name));
    };
    unclosed(open_skip_line_, "skip");
    unclosed(open_only_line_, "only");
    if (say_) complaints_.error({issue_.file, say_line_, 1}, "the directive \"say\" has no block after it");
    if (next_voice_)
        complaints_.error({issue_.file, voice_line_, 1}, "the directive \"voice\" has nothing after it to speak");
    if (chapter_line_ > 0)
        complaints_.error({issue_.file, chapter_line_, 1}, "the directive \"chapter\" has nothing after it to speak");
    next_voice_.reset();
}

void Narrator::omit(const char* kind, std::string text, std::string reason, int line) {
    script_.omissions.push_back({kind, std::move(text), std::move(reason), line});
}

/// Comments and dropped elements inside what is left out as a whole: its text does not show them.
void Narrator::omit_hidden(NodeId top) {
    for (NodeId id = tree_.following(top, top); id != no_node; id = tree_.following(id, top)) {
        const Node& node = tree_[id];
        if (node.kind == NodeKind::comment)
            omit("comment", std::string(trim(node.text)), "a comment", node.source_line);
        if (node.kind == NodeKind::dropped) script_.omissions.push_back(omission_of(node));
    }
}

bool Narrator::matches_skip(const std::string& text, int source_line, std::string& pattern) {
    for (const auto& [source, regex] : skips_) {
        try {
            if (!regex.find(text)) continue;
        } catch (const Error& error) {
            complaints_.error({issue_.file, source_line, 1}, fmt::format("skip \"{}\": {}", source, error.what()));
            continue;
        }
        pattern = source;
        return true;
    }
    return false;
}

/// Inside `skip` … `end`, a skipped section, or the block that `say` stands for: all text becomes omissions.
bool Narrator::enter_skipped(NodeId id) {
    const Node& node = tree_[id];
    if (node.kind == NodeKind::comment) {
        if (is_directive(node.text)) {
            obey(node);
        } else {
            omit("comment", std::string(trim(node.text)), "a comment", node.source_line);
        }
        return false;
    }
    if (node.kind == NodeKind::dropped) {
        script_.omissions.push_back(omission_of(node));
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
    omit_hidden(id);
    return false;
}

/// `say "…"` instead of this block.
bool Narrator::replaced(NodeId id) {
    const NodeKind kind = tree_[id].kind;
    if (!say_ || kind == NodeKind::comment || kind == NodeKind::dropped || kind == NodeKind::footnote) return false;
    SpokenText text;
    text.append(*say_);
    say_.reset();
    if (kind == NodeKind::heading) {
        add_heading_line(tree_[id], text, say_line_);  // it keeps its chapter and its pauses
    } else {
        add_line("paragraph", text, say_line_, settings_.pause_paragraph);
    }
    omit("skipped", plain_text(tree_, id), "a directive says something else", tree_[id].source_line);
    omit_hidden(id);
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
            add_text_block(id, !place_.lists.empty()    ? "item"
                               : !place_.quotes.empty() ? "quote"
                               : place_.note            ? "note"
                                                        : "paragraph");
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
            script_.omissions.push_back(omission_of(node));
            return false;
        case NodeKind::footnote:
            return false;  // said or omitted where it is met, or at the end
        case NodeKind::quote:
            if (place_.quotes.empty()) place_.quote_begin = script_.lines.size();
            place_.quotes.push_back(id);
            return true;
        case NodeKind::list:
            place_.lists.push_back({id, node.ordered, node.level, false, {}});
            return true;
        case NodeKind::item:
            if (place_.lists.empty()) return true;
            place_.lists.back().begins = true;
            place_.lists.back().task = node.task;
            return true;
        default:
            return true;
    }
}

/// Only what was entered is left: a quote or list inside what is skipped never opened.
void Narrator::leave(NodeId id) {
    const Node& node = tree_[id];
    std::vector<List>& lists = place_.lists;
    if (node.kind == NodeKind::quote && !place_.quotes.empty() && place_.quotes.back() == id) {
        place_.quotes.pop_back();
        if (place_.quotes.empty()) add_quote_marks();
    }
    if (node.kind == NodeKind::item && !lists.empty() && lists.back().node == node.parent) {
        lists.back().begins = false;
        ++lists.back().number;
    }
    if (node.kind != NodeKind::list || lists.empty() || lists.back().node != id) return;
    lists.pop_back();
    if (script_.lines.empty()) return;
    // Back to the outer list takes twice the pause between items: all that nesting is heard by.
    const int pause =
        lists.empty() ? settings_.pause_paragraph : std::min(2 * settings_.pause_item, settings_.pause_paragraph);
    script_.lines.back().pause_after_ms = std::max(script_.lines.back().pause_after_ms, pause);
}

Script narrate(const Issue& issue, const Show& show, Complaints& complaints) {
    return Narrator(issue, show, complaints).narrate();
}

}  // namespace aloud
