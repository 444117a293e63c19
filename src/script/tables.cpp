#include <fmt/format.h>

#include "script/narrator.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t most_columns = 6;
constexpr std::size_t most_rows = 12;

struct Rows {
    std::vector<NodeId> header;  ///< cells
    std::vector<std::vector<NodeId>> body;
    std::vector<int> lines;  ///< source lines of the body's rows
    std::vector<NodeId> captions;
    std::size_t columns = 0;
};

Rows collect(const Tree& tree, NodeId table) {
    Rows rows;
    for (NodeId id = tree.following(table, table); id != no_node; id = tree.following(id, table)) {
        if (tree[id].kind == NodeKind::caption) rows.captions.push_back(id);
        if (tree[id].kind != NodeKind::row) continue;
        std::vector<NodeId> cells;
        for (NodeId cell = tree[id].first_child; cell != no_node; cell = tree[cell].next)
            if (tree[cell].kind == NodeKind::cell) cells.push_back(cell);
        rows.columns = std::max(rows.columns, cells.size());
        if (tree[id].header && rows.header.empty() && rows.body.empty()) {
            rows.header = std::move(cells);
        } else {
            rows.body.push_back(std::move(cells));
            rows.lines.push_back(tree[id].source_line);
        }
    }
    return rows;
}

}  // namespace

void Narrator::add_table(NodeId id) {
    const Node& node = tree_[id];
    const Rows rows = collect(tree_, id);
    for (const NodeId caption : rows.captions) add_text_block(caption, "caption");
    const bool large = rows.columns > most_columns || rows.body.size() > most_rows;
    if (settings_.tables == "skip" || (large && settings_.tables != "read")) {
        omit("table", plain_text(tree_, id),
             fmt::format("a table of {} columns and {} rows", rows.columns, rows.body.size()), node.source_line);
        if (settings_.tables != "skip")
            add_note(fmt::format("A table of {} columns and {} rows is left out here.", rows.columns, rows.body.size()),
                     node.source_line);
        return;
    }
    const SpanSinks sinks{script_.omissions, complaints_};
    std::vector<SpokenText> header;
    std::vector<NoteMark> footnotes;
    const auto read = [&](NodeId cell) {
        ReadSpans spans = read_spans(issue_, cell, settings_, true, sinks);
        footnotes.insert(footnotes.end(), spans.footnotes.begin(), spans.footnotes.end());
        return std::move(spans.text);
    };
    for (const NodeId cell : rows.header) header.push_back(read(cell));
    if (!rows.header.empty() && rows.body.empty()) {
        SpokenText text;
        for (const SpokenText& cell : header) {
            if (!text.empty() && !cell.empty()) text.append("; ");
            text.append_all(cell);
        }
        if (!text.empty()) add_line("cell", text, node.source_line, settings_.pause_item);
    }
    std::vector<bool> header_said(header.size(), false);
    for (std::size_t row = 0; row < rows.body.size(); ++row) {
        SpokenText text;
        for (std::size_t column = 0; column < rows.body[row].size(); ++column) {
            const SpokenText cell = read(rows.body[row][column]);
            if (cell.empty()) continue;
            if (!text.empty()) text.append("; ");
            if (column < header.size() && !header[column].empty()) {
                text.append_all(header[column]);
                header[column].forget_links();  // heard once is enough for the show notes
                text.append(": ");
                header_said[column] = true;
            }
            text.append_all(cell);
        }
        if (text.empty()) continue;
        text.end_sentence();
        const bool last = row + 1 == rows.body.size();
        add_line("cell", text, rows.lines[row], last ? settings_.pause_paragraph : settings_.pause_item);
    }
    for (std::size_t column = 0; column < header.size(); ++column)
        if (!header_said[column] && !header[column].empty() && !rows.body.empty())
            omit("table", header[column].written(), "a column without values", node.source_line);
    meet_footnotes(footnotes);
}

}  // namespace aloud
