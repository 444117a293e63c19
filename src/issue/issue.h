// An issue: one Markdown or HTML source with its front matter, as a tree of blocks and spans.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "util/date.h"
#include "util/error.h"

namespace aloud {

enum class NodeKind {
    root,
    // blocks
    heading,  ///< level 1-6
    paragraph,
    quote,
    list,  ///< ordered; level = first number
    item,  ///< task: "", "done", "todo"
    table,
    row,  ///< header: true for the head row
    cell,
    code_block,  ///< text
    thematic_break,
    caption,    ///< figcaption, table caption
    container,  ///< div, section, figure, details, ...: no meaning of its own, blocks inside
    footnote,   ///< the definition; label in text
    comment,    ///< text: HTML comment without <!-- -->, directives included; block or inline
    dropped,    ///< script, style, iframe, form, svg, video, ...: text = tag name, url = what it held; never spoken
    // spans
    text,
    emphasis,
    strong,
    struck,  ///< del, s, strike, ~~ ~~
    superscript,
    code,   ///< text
    link,   ///< url; inside: the label. autolink: true for a bare URL or e-mail address
    image,  ///< url, text = alt
    line_break,
    footnote_reference,  ///< text = label
    math,                ///< text: $…$ and $$…$$ by pandoc's rule
};

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xFFFFFFFF;

/// Trees can be 10,000 deep, so nodes lie flat in a vector and are walked by links, never by recursion.
struct Node {
    NodeKind kind = NodeKind::text;
    std::string text;
    std::string url;
    int level = 0;
    bool ordered = false;
    bool header = false;
    bool autolink = false;
    bool undefined = false;  ///< a link whose [label] is defined nowhere in the issue: the label is text, url is empty
    std::string task;
    std::string classes;  ///< HTML class attribute, for rules about a platform's furniture
    int source_line = 0;  ///< in the file, 1-based; 0 unknown
    NodeId parent = no_node;
    NodeId first_child = no_node;
    NodeId last_child = no_node;
    NodeId next = no_node;
};

class Tree {
  public:
    Tree();  ///< holds the root, id 0
    NodeId append(NodeId parent, Node node);
    const Node& operator[](NodeId id) const { return nodes_[id]; }
    Node& operator[](NodeId id) { return nodes_[id]; }
    std::size_t size() const { return nodes_.size(); }
    /// The node after `id` in document order within the subtree of `top`, or no_node.
    NodeId following(NodeId id, NodeId top) const;
    /// Likewise, but skips what is inside `id`.
    NodeId following_outside(NodeId id, NodeId top) const;

  private:
    std::vector<Node> nodes_;
};

/// Front matter, with the synonyms of Jekyll, Hugo, Pelican, Ghost and Substack folded into one set of names.
struct FrontMatter {
    std::optional<std::string> title, author, summary, image, link, slug, guid, language, episode_type;
    int slug_line = 1, slug_column = 1;  ///< where the slug is given; the file's beginning when it is not
    std::optional<Date> date;
    std::optional<int> number, season;
    std::optional<bool> draft, explicit_content;
    std::vector<std::string> tags;
    std::vector<std::pair<std::string, std::string>> lexicon;
    int lines = 0;  ///< of the file, taken by the front matter: the body begins on the next one
};

struct Issue {
    std::filesystem::path file;
    std::string slug;
    FrontMatter meta;
    std::string title;  ///< front matter's, else the first heading's
    Date date;
    std::string language;  ///< front matter's, else the show's
    Tree tree;
};

struct IssueDefaults {
    std::string language = "en";
    std::chrono::minutes utc_offset{0};
};

/// Reads one issue. Mistakes (invalid UTF-8, broken front matter, no date, value of the wrong type) go to `complaints`
/// with path:line:column; nothing is returned when the issue cannot be used.
std::optional<Issue> read_issue(const std::filesystem::path& file, const IssueDefaults& defaults,
                                Complaints& complaints);

/// The same from text that is already in memory (`aloud script SHOW -`); without front matter if there is none.
/// `require_date` is false for standard input.
std::optional<Issue> parse_issue(std::string_view source, const std::filesystem::path& file,
                                 const IssueDefaults& defaults, Complaints& complaints, bool require_date = true);

}  // namespace aloud
