#include "issue/issue.h"

#include <fmt/format.h>

#include <algorithm>

#include "issue/build_tree.h"
#include "issue/front_matter.h"
#include "issue/prepare.h"
#include "lib/cmark/markdown.h"
#include "lib/xml/html.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

bool is_html(std::string_view body, const std::filesystem::path& file) {
    const std::string ending = to_lower(file.extension().string());
    if (ending == ".html" || ending == ".htm") return true;
    const std::string begin = to_lower(trim(body).substr(0, 15));
    return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

/// <meta name="…" content="…"> and <title> of a whole page stand in for front matter.
void read_head(std::string_view html, FrontMatter& meta) {
    const HtmlDocument document(html);
    HtmlNode head = document.root() ? document.root().first_child() : HtmlNode();
    while (head && head.name() != "head") head = head.next();
    for (HtmlNode node = head ? head.first_child() : head; node; node = node.next()) {
        if (node.kind() != HtmlNode::Kind::element) continue;
        if (node.name() == "title" && !meta.title) meta.title = collapse_spaces(node.text_content());
        if (node.name() != "meta") continue;
        const std::string name = to_lower(node.attribute("name").value_or(node.attribute("property").value_or("")));
        const auto content = node.attribute("content");
        if (!content) continue;
        if (name == "author" && !meta.author) meta.author = collapse_spaces(*content);
        if (name == "description" && !meta.summary) meta.summary = collapse_spaces(*content);
        if ((name == "date" || name == "article:published_time") && !meta.date) meta.date = parse_date(*content);
    }
}

std::string first_heading(const Tree& tree) {
    for (NodeId id = 0; id != no_node; id = tree.following(id, 0)) {
        if (tree[id].kind != NodeKind::heading) continue;
        std::string text;
        for (NodeId in = tree.following(id, id); in != no_node; in = tree.following(in, id))
            if (tree[in].kind == NodeKind::text || tree[in].kind == NodeKind::code) text += tree[in].text;
        return collapse_spaces(text);
    }
    return {};
}

SourcePlace place_of_byte(const std::filesystem::path& file, std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return {file, 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<int>(count_characters(before.substr(line_begin)))};
}

}  // namespace

std::optional<Issue> read_issue(const std::filesystem::path& file, const IssueDefaults& defaults,
                                Complaints& complaints) {
    try {
        return parse_issue(read_file(file), file, defaults, complaints);
    } catch (const Error& error) {
        complaints.error({file, 0, 0}, error.what());
        return std::nullopt;
    }
}

std::optional<Issue> parse_issue(std::string_view source, const std::filesystem::path& file,
                                 const IssueDefaults& defaults, Complaints& complaints, bool require_date) {
    if (source.starts_with("\xEF\xBB\xBF")) source.remove_prefix(3);
    if (const auto bad = invalid_utf8(source)) {
        complaints.error(place_of_byte(file, source, *bad), "this is not UTF-8; save the file as UTF-8");
        return std::nullopt;
    }
    if (const std::size_t nul = source.find('\0'); nul != std::string_view::npos) {
        complaints.error(place_of_byte(file, source, nul), "a NUL character; is this a text file?");
        return std::nullopt;
    }
    const auto parts = split_issue(source, file, defaults, complaints);
    if (!parts) return std::nullopt;
    Issue issue;
    issue.file = file;
    issue.meta = parts->meta;
    if (is_html(parts->body, file)) {
        read_head(parts->body, issue.meta);
        issue.tree = build_tree({parts->body, nullptr, parts->body_line - 1});
    } else {
        const std::string body = replace_all(std::string(parts->body), "\r\n", "\n");
        const Prepared prepared = prepare_markdown(body, file, parts->body_line, complaints);
        // Without an open body the parser puts a comment or a script at the very beginning outside of the document.
        const std::string html = "<body>" + markdown_to_html(prepared.markdown);
        issue.tree = build_tree({html, &prepared, parts->body_line - 1});
    }
    issue.slug = slugify(issue.meta.slug.value_or(file.stem().string()));
    issue.language = issue.meta.language.value_or(defaults.language);
    issue.title = issue.meta.title.value_or(first_heading(issue.tree));
    if (issue.title.empty()) issue.title = file.stem().string();
    if (issue.meta.date) {
        issue.date = *issue.meta.date;
    } else if (auto date = date_in_name(file.filename().string())) {
        date->offset = defaults.utc_offset;
        date->time -= date->offset;
        issue.date = *date;
    } else if (require_date) {
        complaints.error({file, 1, 1},
                         "no date: give one in the front matter (date: 2026-08-19) or in the file's name");
        return std::nullopt;
    }
    return issue;
}

}  // namespace aloud
