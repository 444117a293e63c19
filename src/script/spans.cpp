#include "script/spans.h"

#include <algorithm>
#include <cctype>

#include "lib/icu/text.h"
#include "script/addresses.h"
#include "script/directives.h"
#include "script/residue.h"
#include "util/text.h"

namespace aloud {
namespace {

/// "IMG_2041.png", "chart.jpeg", "screenshot-2": the name of a file says nothing.
bool is_file_name(std::string_view alt) {
    if (alt.find(' ') != std::string_view::npos) return false;
    const std::string lower = to_lower(alt);
    for (const char* ending : {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tiff", ".heic"})
        if (lower.ends_with(ending)) return true;
    return lower == "image" || lower == "img" || lower == "photo" || lower == "picture" || lower.starts_with("img_") ||
           lower.starts_with("dsc_") || lower.starts_with("screenshot");
}

class SpanReader {
  public:
    SpanReader(const Issue& issue, NodeId block, const Narration& settings, bool alone, const SpanSinks& sinks)
        : tree_(issue.tree), issue_(issue), block_(block), settings_(settings), sinks_(sinks) {
        if (alone) name_emoji_ = only_emoji(plain_text(tree_, block));
    }

    ReadSpans read() {
        struct Open {
            NodeId node;
            std::size_t begin;
        };
        std::vector<Open> open;
        const auto close_until = [&](NodeId parent) {
            while (!open.empty() && open.back().node != parent) {
                leave(open.back().node, open.back().begin);
                open.pop_back();
            }
        };
        NodeId at = tree_[block_].first_child;
        while (at != no_node && at != block_) {
            close_until(tree_[at].parent);
            const bool inside = enter(at) && tree_[at].first_child != no_node;
            if (inside) open.push_back({at, out_.text.size()});
            at = inside ? tree_[at].first_child : tree_.following_outside(at, block_);
        }
        close_until(no_node);
        out_.text.trim_end();
        return std::move(out_);
    }

  private:
    void omit(const char* kind, std::string text, std::string reason, int line) {
        sinks_.omissions.push_back({kind, std::move(text), std::move(reason), line});
        gap_ = true;
    }

    /// Where something was left out the space before it goes with it: "Let $x$." is "Let."
    void put(std::string_view text) {
        if (text.empty()) return;
        const bool mark = std::string_view(".,;:!?)").find(text.front()) != std::string_view::npos;
        if (gap_ && mark) out_.text.trim_end();
        gap_ = false;
        out_.text.append(text);
    }

    static bool only_emoji(std::string_view text) {
        const auto points = code_points(trim(text));
        return !points.empty() && std::all_of(points.begin(), points.end(), [](const CodePoint& c) {
            return is_emoji(c.value) || is_emoji_part(c.value) || c.value == U' ' || c.value == 0x2713 ||
                   c.value == 0x2717;
        });
    }

    bool enter(NodeId id) {
        const Node& node = tree_[id];
        switch (node.kind) {
            case NodeKind::text:
                add_text(node.text, node.source_line);
                return false;
            case NodeKind::code:
                out_.text.append(node.text);
                return false;
            case NodeKind::line_break:
                add_line_break();
                return false;
            case NodeKind::image:
                add_image(node);
                return false;
            case NodeKind::math:
                omit("math", node.text, "a formula is not read", node.source_line);
                return false;
            case NodeKind::footnote_reference:
                out_.footnotes.push_back({node.text, node.source_line});
                return false;
            case NodeKind::comment:
                add_comment(node);
                return false;
            case NodeKind::dropped:
                add_dropped(node);
                return false;
            case NodeKind::superscript:
                return enter_superscript(id);
            case NodeKind::link:
                return enter_link(id);
            case NodeKind::struck:
                if (settings_.struck == "read") return true;
                omit("struck", plain_text(tree_, id), "the author took it back", node.source_line);
                return false;
            default:
                return true;
        }
    }

    void leave(NodeId id, std::size_t begin) {
        const Node& node = tree_[id];
        if (node.kind != NodeKind::link) return;
        const std::string label = out_.text.written().substr(std::min(begin, out_.text.size()));
        if (node.undefined) {
            omit("reference", label, "the link's target is not defined in this issue", node.source_line);
            return;
        }
        if (trim(label).empty() && !node.url.empty() && !node.autolink)
            omit("url", node.url, "a link without a label", node.source_line);
        out_.text.add_link({collapse_spaces(label), node.url, node.source_line, begin});
    }

    void add_dropped(const Node& node) {
        sinks_.omissions.push_back(omission_of(node));
        gap_ = true;
    }

    /// A line of verse or of an address ends with a short pause.
    void add_line_break() {
        out_.text.trim_end();
        const std::string& written = out_.text.written();
        const bool plain = !written.empty() && std::isalnum(static_cast<unsigned char>(written.back())) != 0;
        if (plain) {
            out_.text.append(" ", ", ");
        } else {
            out_.text.append(" ");
        }
    }

    /// "1", "[2]", "*": what stands for a note.
    static bool is_mark(std::string_view text) {
        return !text.empty() && text.size() <= 6 && text.find_first_not_of("0123456789[]*,†‡ ") == std::string::npos;
    }

    /// A link that leads to a place on this page and is called "1" is a note's mark or the way back from one.
    bool enter_link(NodeId id) {
        const Node& node = tree_[id];
        if (!node.url.starts_with('#')) return true;
        const std::string text(trim(plain_text(tree_, id)));
        if (!is_mark(text) && text != "↩" && text != "↩︎" && text != "^") return true;
        omit("reference", text, "a note's mark", node.source_line);
        return false;
    }

    void add_comment(const Node& node) {
        if (is_directive(node.text)) {
            sinks_.complaints.error({issue_.file, node.source_line, 1},
                                    "a directive must stand on a line of its own, with blank lines around it");
        } else {
            omit("comment", std::string(trim(node.text)), "a comment", node.source_line);
        }
    }

    void add_image(const Node& node) {
        const std::string alt = collapse_spaces(node.text);
        if (alt.empty() || is_file_name(alt)) {
            omit("image", alt.empty() ? node.url : alt,
                 alt.empty() ? "an image without a description" : "its description is a file's name", node.source_line);
        } else if (settings_.images == "skip") {
            omit("image", alt, "images are skipped", node.source_line);
        } else {
            if (!out_.text.empty()) out_.text.end_sentence();
            out_.text.append(" Image: " + alt);
            out_.text.end_sentence();
            out_.text.append(" ");
        }
    }

    /// A raised number behind a word is a note's mark; behind a unit or a number it is a power.
    bool enter_superscript(NodeId id) {
        const std::string text(trim(plain_text(tree_, id)));
        if (!is_mark(text) || is_unit_before(out_.text.written())) return true;
        omit("reference", text, "a note's mark", tree_[id].source_line);
        return false;
    }

    void add_text(const std::string& text, int line) {
        std::size_t at = 0;
        for (const Address& address : find_addresses(text)) {
            add_prose(std::string_view(text).substr(at, address.begin - at), line);
            add_address(text.substr(address.begin, address.end - address.begin), line);
            at = address.end;
        }
        add_prose(std::string_view(text).substr(at), line);
    }

    void add_address(const std::string& address, int line) {
        if (settings_.urls == "skip") {
            omit("url", address, "addresses are skipped", line);
        } else {
            out_.text.append(address, settings_.urls == "full" ? say_address_in_full(address) : say_address(address));
        }
    }

    void add_prose(std::string_view text, int line) {
        std::size_t at = 0;
        for (const Residue& residue : find_residue(text, out_.text.written())) {
            add_clean(text.substr(at, residue.begin - at), line);
            omit("reference", std::string(text.substr(residue.begin, residue.end - residue.begin)),
                 "what is left of a note's mark", line);
            at = residue.end;
        }
        add_clean(text.substr(at), line);
    }

    /// Text without emoji and ornaments.
    void add_clean(std::string_view text, int line) {
        const auto points = code_points(text);
        std::size_t plain = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const char32_t c = points[i].value;
            const bool emoji = is_emoji(c);
            const bool is_ornament = c == 0x2605 || c == 0x2606 || c == 0x25B6;  // ★ ☆ ▶: emoji to Unicode only
            if (!emoji && !is_decoration(c) && c != 0xFE0F && c != 0x200D) continue;
            put(text.substr(plain, points[i].offset - plain));
            const std::size_t begin = points[i].offset;
            // Repeated signs, joined ones and the second letter of a flag belong to the first.
            const bool flag = is_regional(c) && i + 1 < points.size() && is_regional(points[i + 1].value);
            if (flag) ++i;
            while (i + 1 < points.size() && (is_emoji_part(points[i + 1].value) || points[i + 1].value == c ||
                                             (points[i].value == 0x200D && is_emoji(points[i + 1].value))))
                ++i;
            plain = points[i].offset + points[i].length;
            const std::string sign(text.substr(begin, plain - begin));
            if (c > 0x200D && (name_emoji_ || (emoji && !is_ornament && settings_.emoji == "names"))) {
                out_.text.append(sign, " " + (flag ? flag_name(c, points[i].value) : character_name(c)) + " ");
            } else {
                omit("emoji", sign, emoji ? "an emoji" : "an ornament", line);
            }
        }
        put(text.substr(plain));
    }

    const Tree& tree_;
    const Issue& issue_;
    NodeId block_;
    const Narration& settings_;
    SpanSinks sinks_;
    ReadSpans out_;
    bool name_emoji_ = false;
    bool gap_ = false;  ///< something was left out since the last text
};

}  // namespace

Omission omission_of(const Node& dropped) {
    const bool tag = dropped.text == "liquid" || dropped.text == "attributes";
    return {tag ? "markup" : "html", dropped.url.empty() ? dropped.text : dropped.url,
            tag                        ? "a template tag"
            : dropped.text == "hidden" ? "hidden by its author"
                                       : "<" + dropped.text + "> is not read",
            dropped.source_line};
}

ReadSpans read_spans(const Issue& issue, NodeId block, const Narration& settings, bool alone, const SpanSinks& sinks) {
    return SpanReader(issue, block, settings, alone, sinks).read();
}

std::string plain_text(const Tree& tree, NodeId top) {
    std::string text;
    for (NodeId id = top; id != no_node; id = tree.following(id, top)) {
        const Node& node = tree[id];
        const bool words = node.kind == NodeKind::text || node.kind == NodeKind::code ||
                           node.kind == NodeKind::code_block || node.kind == NodeKind::math ||
                           node.kind == NodeKind::image;
        if (words) text += node.text;
        if (node.kind == NodeKind::cell || node.kind == NodeKind::paragraph || node.kind == NodeKind::line_break)
            text += ' ';
    }
    return collapse_spaces(text);
}

}  // namespace aloud
