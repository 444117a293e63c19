#include "issue/prepare.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "store/key.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t npos = std::string_view::npos;
// cmark-gfm 0.29 fills the missing cells of a table: 30 KB of text once made 6 GB.
constexpr std::size_t most_cells = 100000;

bool is_blank(std::string_view line) {
    return trim(line).empty();
}

/// Where a Liquid tag, output or attribute list that begins at `at` ends, or npos. A tag may be long and hold blank
/// lines; another one that begins inside shows that this one was never closed.
std::size_t end_of_liquid(std::string_view text, std::size_t at, SetAside::Kind& kind) {
    const std::string_view rest = text.substr(at);
    std::string_view close;
    if (rest.starts_with("{%")) {
        close = "%}";
    } else if (rest.starts_with("{{")) {
        close = "}}";
    } else if (rest.starts_with("{:") || rest.starts_with("{::")) {
        close = "}";
        kind = SetAside::Kind::attributes;
    } else {
        return npos;
    }
    constexpr std::size_t longest = 4000, longest_tag = 100000;
    const bool tag = rest.starts_with("{%");
    const std::size_t end = rest.substr(0, tag ? longest_tag : longest).find(close, 2);
    if (end == npos) return npos;
    const std::string_view inside = rest.substr(2, end - 2);
    if (inside.find(tag ? "{%" : "\n\n") != npos) return npos;
    if (kind == SetAside::Kind::attributes && rest.substr(0, end).find('\n') != npos) return npos;
    return at + end + close.size();
}

/// Pandoc's rule: the opening $ has a non-space to its right, the closing one a non-space to its left and no digit to
/// its right; so "$5 and $6" stays money.
std::size_t end_of_math(std::string_view text, std::size_t at) {
    text = text.substr(0, std::min(text.size(), at + 4000));  // never to the end of a long text for each sign
    const std::size_t limit = std::min(text.size(), text.find("\n\n", at));
    if (text.substr(at, 2) == "$$") {
        const std::size_t end = text.find("$$", at + 2);
        return end == npos || end >= limit || end == at + 2 ? npos : end + 2;
    }
    if (at + 1 >= limit || std::string_view(" \t\n$").find(text[at + 1]) != npos) return npos;
    for (std::size_t i = at + 1; i < limit; ++i) {
        if (text[i] == '`') return npos;
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '$') {
            const bool space_before = std::string_view(" \t\n").find(text[i - 1]) != npos;
            const bool digit_after = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
            if (space_before || digit_after) return npos;
            return i + 1;
        }
    }
    return npos;
}

/// True if nothing else stands on the lines of body[begin, end). Such a tag is no part of a paragraph: what follows it
/// (definitions of links, as a rule) begins a new block, as it does once the tag is carried out.
bool has_lines_for_itself(std::string_view body, std::size_t begin, std::size_t end) {
    const std::size_t line_begin = begin == 0 ? 0 : body.rfind('\n', begin - 1) + 1;
    return is_blank(body.substr(line_begin, begin - line_begin)) &&
           is_blank(body.substr(end, std::min(body.find('\n', end), body.size()) - end));
}

void set_aside(Prepared& out, std::string_view body, int first_line) {
    int line = first_line;
    std::size_t unclosed_until = 0;
    for (std::size_t i = 0; i < body.size();) {
        SetAside::Kind kind = SetAside::Kind::liquid;
        std::size_t end = npos;
        const char c = body[i];
        if (c == '\\' && i + 1 < body.size() && (body[i + 1] == '$' || body[i + 1] == '{')) {
            out.markdown += body.substr(i, 2);
            i += 2;
            continue;
        }
        if (c == '{' && i >= unclosed_until) {
            end = end_of_liquid(body, i, kind);
            // Of many tags that nothing closes only the first is searched for its end.
            if (end == npos && body.substr(i, 2) == "{%" && body.find("%}", i) == npos) unclosed_until = body.size();
        }
        if (c == '$') {
            end = end_of_math(body, i);
            kind = SetAside::Kind::math;
        }
        if (end != npos) {
            const std::string_view text = body.substr(i, end - i);
            const bool block = kind != SetAside::Kind::math && has_lines_for_itself(body, i, end);
            out.markdown +=
                fmt::format("{}{}{}x{}", block ? "<!--" : "", out.marker, out.aside.size(), block ? "-->" : "");
            out.aside.push_back({kind, std::string(text), line, block});
            const auto newlines = std::count(text.begin(), text.end(), '\n');
            out.markdown.append(static_cast<std::size_t>(newlines), '\n');  // lines stay where they are
            line += static_cast<int>(newlines);
            i = end;
            continue;
        }
        if (body.substr(i, 4) == "<!--") {
            out.markdown += fmt::format("<!--{}{}x", out.comment_marker, line);
            i += 4;
            continue;
        }
        if (c == '\n') ++line;
        out.markdown += c;
        ++i;
    }
}

std::string normal_label(std::string_view label) {
    return to_lower(collapse_spaces(label));
}

constexpr std::size_t longest_label = 1000;  // CommonMark allows 999 characters

/// The '[' before `at`, at most a label's length away, or npos.
std::size_t open_before(std::string_view text, std::size_t at) {
    const std::size_t begin = at > longest_label ? at - longest_label : 0;
    const std::size_t open = text.substr(begin, at - begin).rfind('[');
    return open == npos ? npos : begin + open;
}

std::set<std::string> defined_labels(std::string_view markdown) {
    std::set<std::string> labels;
    for (std::size_t at = markdown.find("]:"); at != npos; at = markdown.find("]:", at + 2)) {
        const std::size_t open = open_before(markdown, at);
        if (open == npos) continue;
        // "[offers][topic offers]: text" defines nothing: a definition begins its line.
        std::size_t begin = open;
        while (begin > 0 && std::string_view(" \t>").find(markdown[begin - 1]) != npos) --begin;
        if (begin == 0 || markdown[begin - 1] == '\n')
            labels.insert(normal_label(markdown.substr(open + 1, at - open - 1)));
    }
    return labels;
}

/// Labels of [text][label] and [label][] that are defined nowhere.
std::set<std::string> undefined_labels(std::string_view markdown) {
    const std::set<std::string> defined = defined_labels(markdown);
    std::set<std::string> wanted;
    for (std::size_t at = markdown.find("]["); at != npos; at = markdown.find("][", at + 1)) {
        const std::size_t close = markdown.substr(0, at + longest_label).find(']', at + 2);
        if (close == npos) continue;
        std::string_view label = markdown.substr(at + 2, close - at - 2);
        if (is_blank(label)) {
            const std::size_t open = open_before(markdown, at);
            if (open == npos) continue;
            label = markdown.substr(open + 1, at - open - 1);
        }
        if (label.find('[') != npos || label.find("\n\n") != npos || label.starts_with('^') || is_blank(label))
            continue;
        if (!defined.contains(normal_label(label))) wanted.insert(collapse_spaces(label));
    }
    return wanted;
}

bool is_delimiter_row(std::string_view line) {
    return line.find('|') != npos && line.find('-') != npos && line.find_first_not_of(" \t|:->") == npos;
}

/// Turns the pipes of tables that have too many cells into spaces.
void defuse_tables(std::string& markdown, const std::filesystem::path& file, int first_line, Complaints& complaints) {
    const std::vector<std::string> lines = split(markdown, '\n');
    std::string out;
    bool changed = false;
    std::size_t defused_until = 0, block_end = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i >= defused_until && i > 0 && is_delimiter_row(lines[i])) {
            const std::string_view row = trim(lines[i]);
            const auto edges =
                static_cast<std::ptrdiff_t>(row.starts_with('|')) + static_cast<std::ptrdiff_t>(row.ends_with('|'));
            const auto columns = static_cast<std::size_t>(std::count(row.begin(), row.end(), '|') + 1 - edges);
            block_end = std::max(block_end, i + 1);
            while (block_end < lines.size() && !is_blank(lines[block_end])) ++block_end;
            const std::size_t rows = block_end - i - 1;
            if (columns * (rows + 1) > most_cells) {
                defused_until = i + 1 + rows;
                changed = true;
                complaints.warning({file, first_line + static_cast<int>(i), 1},
                                   fmt::format("a table of {} columns and {} rows is read as text", columns, rows));
                out.resize(out.size() - lines[i - 1].size() - 1);  // the header row, written already
                out += replace_all(lines[i - 1], "|", " ") + "\n";
            }
        }
        const bool defused = i < defused_until;
        if (defused && is_delimiter_row(lines[i])) {
            // Nothing of a delimiter row is text.
        } else {
            out += defused ? replace_all(lines[i], "|", " ") : lines[i];
        }
        if (i + 1 < lines.size()) out += '\n';
    }
    if (changed) markdown = std::move(out);
}

}  // namespace

Prepared prepare_markdown(std::string_view body, const std::filesystem::path& file, int first_line,
                          Complaints& complaints) {
    Prepared out;
    const std::string hash = sha256_hex(body).substr(0, 16);
    out.marker = "aloudx" + hash + "n";
    out.comment_marker = "aloudc" + hash + "n";
    out.markdown.reserve(body.size() + body.size() / 16);
    set_aside(out, body, first_line);
    defuse_tables(out.markdown, file, first_line, complaints);
    std::string definitions;
    for (const std::string& label : undefined_labels(out.markdown)) {
        definitions += fmt::format("[{}]: {}\n", label, undefined_url);
        ++out.lines_before;
    }
    if (out.lines_before > 0) {
        ++out.lines_before;
        out.markdown = definitions + "\n" + out.markdown;
    }
    return out;
}

std::vector<Piece> divide(const Prepared& prepared, std::string_view text) {
    std::vector<Piece> pieces;
    const auto add_text = [&](std::string_view part) {
        if (!part.empty()) pieces.push_back({std::string(part), nullptr});
    };
    std::size_t begin = 0;
    while (!prepared.marker.empty()) {
        const std::size_t at = text.find(prepared.marker, begin);
        if (at == npos) break;
        std::size_t index = 0;
        const char* digits = text.data() + at + prepared.marker.size();
        const auto [end, error] = std::from_chars(digits, text.data() + text.size(), index);
        if (error != std::errc() || end == text.data() + text.size() || *end != 'x' || index >= prepared.aside.size())
            break;
        std::string_view before = text.substr(begin, at - begin);
        begin = static_cast<std::size_t>(end - text.data()) + 1;
        // In code the comment around a block's marker is text, too.
        if (prepared.aside[index].block && before.ends_with("<!--") && text.substr(begin, 3) == "-->") {
            before.remove_suffix(4);
            begin += 3;
        }
        add_text(before);
        pieces.push_back({prepared.aside[index].text, &prepared.aside[index]});
    }
    add_text(text.substr(begin));
    return pieces;
}

std::string restore(const Prepared& prepared, std::string_view text) {
    std::string all;
    for (const Piece& piece : divide(prepared, text)) all += piece.text;
    if (prepared.comment_marker.empty()) return all;
    std::string clean;
    std::size_t done = 0;
    for (std::size_t at = all.find(prepared.comment_marker); at != std::string::npos;
         at = all.find(prepared.comment_marker, done)) {
        const std::size_t end = all.find('x', at + prepared.comment_marker.size());
        if (end == std::string::npos) break;
        clean.append(all, done, at - done);
        done = end + 1;
    }
    return clean.append(all, done);
}

}  // namespace aloud
