#include "lib/xml/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <limits>
#include <mutex>

#include "util/error.h"
#include "util/text.h"

namespace aloud {
namespace {

struct FreeContext {
    void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};
struct FreeXmlText {
    void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

}  // namespace

HtmlNode::Kind HtmlNode::kind() const {
    switch (node_->type) {
        case XML_ELEMENT_NODE:
            return Kind::element;
        case XML_TEXT_NODE:
        case XML_CDATA_SECTION_NODE:
            return Kind::text;
        case XML_COMMENT_NODE:
            return Kind::comment;
        default:
            return Kind::other;
    }
}

std::string_view HtmlNode::name() const {
    return view(node_->name);
}

std::string_view HtmlNode::text() const {
    return view(node_->content);
}

std::optional<std::string> HtmlNode::attribute(const char* name) const {
    const std::unique_ptr<xmlChar, FreeXmlText> value(xmlGetProp(node_, reinterpret_cast<const xmlChar*>(name)));
    if (!value) return std::nullopt;
    return std::string(view(value.get()));
}

bool HtmlNode::has_class(std::string_view name) const {
    for (const std::string& one : split(collapse_spaces(attribute("class").value_or("")), ' '))
        if (one == name) return true;
    return false;
}

int HtmlNode::line() const {
    return static_cast<int>(xmlGetLineNo(node_));
}

std::string HtmlNode::text_content() const {
    std::string all;
    const xmlNode* at = node_->children;
    while (at != nullptr) {
        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) all += view(at->content);
        if (at->children != nullptr && at->type == XML_ELEMENT_NODE) {
            at = at->children;
            continue;
        }
        while (at != node_ && at->next == nullptr) at = at->parent;
        if (at == node_) break;
        at = at->next;
    }
    return all;
}

HtmlNode HtmlNode::first_child() const {
    return HtmlNode(node_->type == XML_ELEMENT_NODE ? node_->children : nullptr);
}
HtmlNode HtmlNode::next() const {
    return HtmlNode(node_->next);
}
HtmlNode HtmlNode::parent() const {
    return HtmlNode(node_->parent);
}

void HtmlDocument::Free::operator()(_xmlDoc* document) const {
    xmlFreeDoc(document);
}

HtmlDocument::HtmlDocument(std::string_view html) {
    static std::once_flag once;
    std::call_once(once, xmlInitParser);
    if (html.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Error("the issue is larger than 2 GB");
    const std::unique_ptr<htmlParserCtxt, FreeContext> context(
        htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
    if (!context) {
        if (html.empty()) return;
        throw Error("htmlCreateMemoryParserCtxt failed");
    }
    htmlCtxtUseOptions(context.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    // The limits on depth and on the length of a text are for servers; an issue is one file, read into memory anyway.
    context->options |= XML_PARSE_HUGE;
    if (xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8) != 0) throw Error("xmlSwitchEncoding failed");
    htmlParseDocument(context.get());
    document_.reset(context->myDoc);
    context->myDoc = nullptr;
}

HtmlNode HtmlDocument::root() const {
    return HtmlNode(document_ ? xmlDocGetRootElement(document_.get()) : nullptr);
}

}  // namespace aloud
