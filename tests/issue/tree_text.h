// A tree as one line: what a test compares.
#pragma once

#include <string>
#include <vector>

#include "issue/issue.h"

namespace aloud::testing {

inline std::string kind_name(NodeKind kind) {
    static const std::vector<std::string> names = {"root",    "h",    "p",    "quote", "list",    "item", "table",
                                                   "row",     "cell", "pre",  "hr",    "caption", "div",  "footnote",
                                                   "comment", "drop", "text", "em",    "strong",  "del",  "sup",
                                                   "code",    "a",    "img",  "br",    "fnref",   "math"};
    return names[static_cast<std::size_t>(kind)];
}

/// "p(text'one ' em(text'two'))"; headings carry their level, links their address.
inline std::string tree_text(const Tree& tree) {
    std::string out;
    std::vector<NodeId> open;
    for (NodeId id = tree[0].first_child; id != no_node; id = tree.following(id, 0)) {
        while (!open.empty() && open.back() != tree[id].parent) {
            out += ")";
            open.pop_back();
        }
        const Node& node = tree[id];
        if (!out.empty() && out.back() != '(') out += " ";
        out += kind_name(node.kind);
        if (node.kind == NodeKind::heading) out += std::to_string(node.level);
        if (!node.url.empty() && node.kind != NodeKind::dropped) out += "<" + node.url + ">";
        if (node.autolink) out += "!";
        if (node.undefined) out += "?";
        if (node.ordered) out += "#" + std::to_string(node.level);
        if (node.header) out += "^";
        if (!node.task.empty()) out += ":" + node.task;
        if (!node.text.empty()) out += "'" + node.text + "'";
        if (node.first_child != no_node) {
            out += "(";
            open.push_back(id);
        }
    }
    return out + std::string(open.size(), ')');
}

}  // namespace aloud::testing
