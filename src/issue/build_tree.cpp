#include "issue/build_tree.h"

#include <algorithm>
#include <charconv>

#include "issue/elements.h"
#include "lib/xml/html.h"
#include "util/text.h"

namespace aloud {
namespace {

/// Where new nodes go: the innermost open node of the tree, and the paragraph that loose text in it opened.
struct Frame {
    NodeId node = 0;
    bool holds_spans = false;
    NodeId loose = no_node;
};

int to_int(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// A line's end is a space, but between Chinese or Japanese characters it is nothing: they are written without.
std::string without_line_ends(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n') {
            out += text[i];
            continue;
        }
        const std::size_t next = text.find_first_not_of(" \t\n", i);
        if (ends_wide(out) && next != std::string_view::npos && starts_wide(text.substr(next))) {
            i = next - 1;
        } else {
            out += ' ';
        }
    }
    return out;
}

/// A bare address: the label is the address, with or without its scheme.
bool is_bare(std::string_view label, std::string_view url) {
    label = trim(label);
    for (const std::string_view scheme : {"mailto:", "https://", "http://"}) {
        if (label.starts_with(scheme)) label.remove_prefix(scheme.size());
        if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
    }
    const auto no_slash = [](std::string_view text) {
        return text.ends_with('/') ? text.substr(0, text.size() - 1) : text;
    };
    return !label.empty() && no_slash(label) == no_slash(url);
}

bool is_hidden(const HtmlNode& node) {
    if (node.attribute("hidden")) return true;
    const auto style = node.attribute("style");
    if (!style) return false;
    std::string plain = to_lower(*style);
    std::erase(plain, ' ');
    return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

class Builder {
  public:
    explicit Builder(const HtmlSource& source) : source_(source) { frames_.push_back({0, false, no_node}); }

    Tree build() {
        const HtmlDocument document(source_.html);
        const HtmlNode root = document.root();
        // Depth first by the document's own links: a stack of C++ frames would end at some depth of nesting.
        for (HtmlNode at = root; at;) {
            const bool inside = enter(at);
            if (inside && at.first_child()) {
                at = at.first_child();
                continue;
            }
            if (inside) leave();
            while (at && at != root && !at.next()) {
                at = at.parent();
                leave();
            }
            if (!at || at == root) break;
            at = at.next();
        }
        return std::move(tree_);
    }

  private:
    /// True if the node's children are to be visited; then leave() follows them.
    bool enter(const HtmlNode& node) {
        switch (node.kind()) {
            case HtmlNode::Kind::text:
                add_text(node.text());
                return false;
            case HtmlNode::Kind::comment:
                add_comment(node);
                return false;
            case HtmlNode::Kind::other:
                return false;
            case HtmlNode::Kind::element:
                break;
        }
        find_line(node);
        const Element what = element(node.name());
        if (what.role == ElementRole::dropped || (what.role != ElementRole::ignored && is_hidden(node))) {
            add_dropped(node, what.role == ElementRole::dropped);
            return false;
        }
        if (is_footnote_backref(node)) return false;
        if (what.role == ElementRole::ignored) {
            note_task(node);
            return false;
        }
        if (add_footnote_reference(node)) return false;
        if (what.role == ElementRole::leaf) {
            add_leaf_element(node, what.kind);
            return false;
        }
        open_element(node, what);
        return true;
    }

    void leave() { frames_.pop_back(); }

    /// A block ends the loose paragraph before it, for all elements that share this place.
    void end_loose() {
        const NodeId node = frames_.back().node;
        for (auto frame = frames_.rbegin(); frame != frames_.rend() && frame->node == node; ++frame)
            frame->loose = no_node;
    }

    void find_line(const HtmlNode& node) {
        if (source_.prepared == nullptr) {
            line_ = node.line() + source_.line_offset;
        } else if (const auto place = node.attribute("data-sourcepos")) {
            line_ = std::max(to_int(*place, 1) - source_.prepared->lines_before, 1) + source_.line_offset;
        }
    }

    void open_element(const HtmlNode& node, const Element& what) {
        Frame& top = frames_.back();
        if (what.role == ElementRole::transparent || (node.name() == "a" && !node.attribute("href"))) {
            frames_.push_back(top);  // shares the parent's place, its loose paragraph included
            return;
        }
        if (what.role == ElementRole::span) {
            const NodeId parent = span_parent();
            frames_.push_back({tree_.append(parent, span_node(node, what)), true, no_node});
            return;
        }
        if (top.holds_spans) {  // a block where only spans may stand: a new line of the same text
            if (tree_[top.node].first_child != no_node) tree_.append(top.node, make(NodeKind::line_break));
            frames_.push_back(top);
            return;
        }
        end_loose();
        frames_.push_back(
            {tree_.append(frames_.back().node, block_node(node, what)), what.role == ElementRole::text_block, no_node});
    }

    Node make(NodeKind kind) const {
        Node node;
        node.kind = kind;
        node.source_line = line_;
        return node;
    }

    Node span_node(const HtmlNode& html, const Element& what) {
        Node node = make(what.kind);
        if (what.kind != NodeKind::link) return node;
        node.url = std::string(trim(html.attribute("href").value_or("")));
        node.classes = html.attribute("class").value_or("");
        if (node.url == undefined_url || has_marker(node.url)) {
            node.undefined = true;
            node.url.clear();
        } else {
            node.autolink = is_bare(html.text_content(), node.url);
        }
        return node;
    }

    Node block_node(const HtmlNode& html, const Element& what) {
        Node node = make(what.kind);
        node.level = what.level;
        node.classes = html.attribute("class").value_or("");
        if (what.kind == NodeKind::list) {
            node.ordered = html.name() == "ol";
            node.level = to_int(html.attribute("start").value_or("1"), 1);
        }
        if (what.kind == NodeKind::row) node.header = is_header_row(html);
        if (what.kind == NodeKind::item && html.attribute("id").value_or("").starts_with("fn-") && in_footnotes(html)) {
            node.kind = NodeKind::footnote;
            node.text = html.attribute("id")->substr(3);
        }
        return node;
    }

    static bool is_header_row(const HtmlNode& row) {
        if (row.parent() && row.parent().name() == "thead") return true;
        bool any = false;
        for (HtmlNode cell = row.first_child(); cell; cell = cell.next()) {
            if (cell.kind() != HtmlNode::Kind::element) continue;
            if (cell.name() != "th") return false;
            any = true;
        }
        return any;
    }

    static bool in_footnotes(const HtmlNode& item) {
        const HtmlNode list = item.parent();
        return list && list.parent() && list.parent().has_class("footnotes");
    }

    static bool is_footnote_backref(const HtmlNode& node) {
        return node.name() == "a" && (node.has_class("footnote-backref") || node.attribute("data-footnote-backref"));
    }

    bool add_footnote_reference(const HtmlNode& node) {
        if (node.name() != "sup" || !node.has_class("footnote-ref")) return false;
        const HtmlNode link = node.first_child();
        std::string label = link && link.kind() == HtmlNode::Kind::element ? link.attribute("href").value_or("") : "";
        if (label.starts_with("#fn-")) label.erase(0, 4);
        Node reference = make(NodeKind::footnote_reference);
        reference.text = label.empty() ? node.text_content() : label;
        tree_.append(span_parent(), std::move(reference));
        return true;
    }

    /// `<input type="checkbox">` in an item says whether a task is done.
    void note_task(const HtmlNode& input) {
        if (input.name() != "input" || to_lower(input.attribute("type").value_or("")) != "checkbox") return;
        NodeId at = frames_.back().node;
        while (at != 0 && tree_[at].kind != NodeKind::item) at = tree_[at].parent;
        if (at != 0) tree_[at].task = input.attribute("checked") ? "done" : "todo";
    }

    void add_leaf_element(const HtmlNode& node, NodeKind kind) {
        if (kind == NodeKind::image) {
            Node image = make(kind);
            image.text = restored(collapse_spaces(node.attribute("alt").value_or("")));
            image.url = node.attribute("src").value_or("");
            tree_.append(span_parent(), std::move(image));
        } else if (kind == NodeKind::line_break) {
            if (frames_.back().holds_spans || frames_.back().loose != no_node) add_leaf(kind, "", true);
        } else if (kind == NodeKind::code) {
            add_leaf(kind, restored(node.text_content()), true);
        } else {
            std::string text = restored(node.text_content());
            if (kind == NodeKind::code_block && frames_.back().holds_spans) kind = NodeKind::code;
            add_leaf(kind, std::move(text), kind == NodeKind::code);
        }
    }

    /// Never spoken; what it said is kept for the omission, but for what is no text at all.
    void add_dropped(const HtmlNode& html, bool by_its_name) {
        const std::string_view name = html.name();
        const bool text = name != "script" && name != "style" && name != "svg";
        add_leaf(NodeKind::dropped, by_its_name ? std::string(name) : "hidden", false);
        if (text) tree_[static_cast<NodeId>(tree_.size() - 1)].url = restored(collapse_spaces(html.text_content()));
    }

    /// A node without children: a span, or a block beside the blocks of this place.
    void add_leaf(NodeKind kind, std::string text, bool span) {
        Node node = make(kind);
        node.text = std::move(text);
        Frame& top = frames_.back();
        if (span) {
            tree_.append(span_parent(), std::move(node));
            return;
        }
        if (!top.holds_spans && kind != NodeKind::dropped) end_loose();
        if (top.loose != no_node) {
            tree_.append(top.loose, std::move(node));
        } else if (!(top.holds_spans && kind == NodeKind::thematic_break)) {
            tree_.append(top.node, std::move(node));
        }
    }

    void add_comment(const HtmlNode& node) {
        Node comment = make(NodeKind::comment);
        std::string_view text = node.text();
        if (const SetAside* aside = aside_of(text)) {
            line_ = aside->line;
            Node dropped = dropped_node(*aside);
            tree_.append(frames_.back().holds_spans ? frames_.back().node : place_of_block(), std::move(dropped));
            return;
        }
        if (source_.prepared != nullptr && text.starts_with(source_.prepared->comment_marker)) {
            text.remove_prefix(source_.prepared->comment_marker.size());
            comment.source_line = to_int(text, line_);
            text.remove_prefix(std::min(text.find('x'), text.size() - 1) + 1);
        } else if (source_.prepared == nullptr) {
            comment.source_line = node.line() + source_.line_offset;
        }
        comment.text = restored(text);
        const Frame& top = frames_.back();
        tree_.append(top.holds_spans || top.loose == no_node ? top.node : top.loose, std::move(comment));
    }

    void add_text(std::string_view text) {
        const bool blank = trim(text).empty();
        if (blank && !frames_.back().holds_spans && frames_.back().loose == no_node) return;
        const auto add = [&](const Piece& piece) {
            if (piece.aside != nullptr) {
                Node node =
                    piece.aside->kind == SetAside::Kind::math ? make(NodeKind::math) : dropped_node(*piece.aside);
                if (node.kind == NodeKind::math) node.text = piece.text;
                tree_.append(span_parent(), std::move(node));
                return;
            }
            Node node = make(NodeKind::text);
            node.text = without_line_ends(piece.text);
            tree_.append(span_parent(), std::move(node));
            if (source_.prepared != nullptr)
                line_ += static_cast<int>(std::count(piece.text.begin(), piece.text.end(), '\n'));
        };
        if (source_.prepared == nullptr) {
            add({std::string(text), nullptr});
        } else {
            for (const Piece& piece : divide(*source_.prepared, text)) add(piece);
        }
    }

    /// Where spans go; loose text between blocks opens a paragraph of its own. Elements that share a place share it.
    NodeId span_parent() {
        Frame& top = frames_.back();
        if (top.holds_spans) return top.node;
        if (top.loose == no_node) {
            const NodeId loose = tree_.append(top.node, make(NodeKind::paragraph));
            for (auto frame = frames_.rbegin(); frame != frames_.rend() && frame->node == top.node; ++frame)
                frame->loose = loose;
        }
        return top.loose;
    }

    /// A tag or attribute list, with what it said for the omission.
    Node dropped_node(const SetAside& aside) const {
        Node node = make(NodeKind::dropped);
        node.text = aside.kind == SetAside::Kind::liquid ? "liquid" : "attributes";
        node.url = aside.text;
        return node;
    }

    /// What a comment of ours holds; null for the author's.
    const SetAside* aside_of(std::string_view comment) const {
        if (source_.prepared == nullptr || !comment.starts_with(source_.prepared->marker)) return nullptr;
        const std::vector<Piece> pieces = divide(*source_.prepared, comment);
        return pieces.size() == 1 ? pieces.front().aside : nullptr;
    }

    NodeId place_of_block() {
        end_loose();
        return frames_.back().node;
    }

    bool has_marker(std::string_view text) const {
        return source_.prepared != nullptr && text.find(source_.prepared->marker) != std::string_view::npos;
    }
    std::string restored(std::string_view text) const {
        return source_.prepared != nullptr ? restore(*source_.prepared, text) : std::string(text);
    }

    const HtmlSource& source_;
    Tree tree_;
    std::vector<Frame> frames_;
    int line_ = 1;
};

}  // namespace

Tree build_tree(const HtmlSource& source) {
    return Builder(source).build();
}

}  // namespace aloud
