#include "issue/elements.h"

#include <string>
#include <unordered_map>

namespace aloud {

Element element(std::string_view name) {
    using enum ElementRole;
    static const std::unordered_map<std::string_view, Element> table = {
        {"h1", {text_block, NodeKind::heading, 1}},
        {"h2", {text_block, NodeKind::heading, 2}},
        {"h3", {text_block, NodeKind::heading, 3}},
        {"h4", {text_block, NodeKind::heading, 4}},
        {"h5", {text_block, NodeKind::heading, 5}},
        {"h6", {text_block, NodeKind::heading, 6}},
        {"p", {text_block, NodeKind::paragraph, 0}},
        {"summary", {text_block, NodeKind::paragraph, 0}},
        {"dt", {text_block, NodeKind::paragraph, 0}},
        {"legend", {text_block, NodeKind::paragraph, 0}},
        {"address", {text_block, NodeKind::paragraph, 0}},
        {"figcaption", {text_block, NodeKind::caption, 0}},
        {"caption", {text_block, NodeKind::caption, 0}},
        {"td", {text_block, NodeKind::cell, 0}},
        {"th", {text_block, NodeKind::cell, 0}},
        {"blockquote", {block, NodeKind::quote, 0}},
        {"ul", {block, NodeKind::list, 0}},
        {"ol", {block, NodeKind::list, 0}},
        {"menu", {block, NodeKind::list, 0}},
        {"li", {block, NodeKind::item, 0}},
        {"table", {block, NodeKind::table, 0}},
        {"tr", {block, NodeKind::row, 0}},
        {"div", {block, NodeKind::container, 0}},
        {"section", {block, NodeKind::container, 0}},
        {"article", {block, NodeKind::container, 0}},
        {"main", {block, NodeKind::container, 0}},
        {"header", {block, NodeKind::container, 0}},
        {"footer", {block, NodeKind::container, 0}},
        {"aside", {block, NodeKind::container, 0}},
        {"figure", {block, NodeKind::container, 0}},
        {"details", {block, NodeKind::container, 0}},
        {"center", {block, NodeKind::container, 0}},
        {"fieldset", {block, NodeKind::container, 0}},
        {"dl", {block, NodeKind::container, 0}},
        {"dd", {block, NodeKind::container, 0}},
        {"hr", {leaf, NodeKind::thematic_break, 0}},
        {"pre", {leaf, NodeKind::code_block, 0}},
        {"listing", {leaf, NodeKind::code_block, 0}},
        {"img", {leaf, NodeKind::image, 0}},
        {"br", {leaf, NodeKind::line_break, 0}},
        {"code", {leaf, NodeKind::code, 0}},
        {"kbd", {leaf, NodeKind::code, 0}},
        {"samp", {leaf, NodeKind::code, 0}},
        {"tt", {leaf, NodeKind::code, 0}},
        {"em", {span, NodeKind::emphasis, 0}},
        {"i", {span, NodeKind::emphasis, 0}},
        {"cite", {span, NodeKind::emphasis, 0}},
        {"var", {span, NodeKind::emphasis, 0}},
        {"dfn", {span, NodeKind::emphasis, 0}},
        {"strong", {span, NodeKind::strong, 0}},
        {"b", {span, NodeKind::strong, 0}},
        {"del", {span, NodeKind::struck, 0}},
        {"s", {span, NodeKind::struck, 0}},
        {"strike", {span, NodeKind::struck, 0}},
        {"sup", {span, NodeKind::superscript, 0}},
        {"a", {span, NodeKind::link, 0}},
        {"wbr", {ignored, {}, 0}},
        {"input", {ignored, {}, 0}},
        {"meta", {ignored, {}, 0}},
        {"link", {ignored, {}, 0}},
        {"base", {ignored, {}, 0}},
        {"col", {ignored, {}, 0}},
        {"colgroup", {ignored, {}, 0}},
        {"head", {ignored, {}, 0}},
        {"rp", {ignored, {}, 0}},
        {"rt", {ignored, {}, 0}},
    };
    static const std::unordered_map<std::string_view, bool> dropped_names = {
        {"script", true}, {"style", true},  {"iframe", true},   {"form", true},     {"svg", true},
        {"video", true},  {"audio", true},  {"object", true},   {"embed", true},    {"canvas", true},
        {"button", true}, {"select", true}, {"textarea", true}, {"noscript", true}, {"template", true},
        {"math", true},   {"nav", true},    {"applet", true},   {"map", true},      {"dialog", true}};
    const auto found = table.find(name);
    if (found != table.end()) return found->second;
    if (dropped_names.contains(name)) return {dropped, NodeKind::dropped, 0};
    return {};
}

}  // namespace aloud
