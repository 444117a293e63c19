// libxml2's HTML parser: a document and a small view of its nodes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct _xmlDoc;
struct _xmlNode;

namespace aloud {

/// One node; valid as long as its document. Empty (false) where there is none.
class HtmlNode {
  public:
    enum class Kind { element, text, comment, other };

    HtmlNode() = default;
    explicit HtmlNode(_xmlNode* node) : node_(node) {}
    explicit operator bool() const { return node_ != nullptr; }
    bool operator==(const HtmlNode&) const = default;

    Kind kind() const;
    std::string_view name() const;  ///< lower case
    std::string_view text() const;  ///< of a text or comment node
    std::optional<std::string> attribute(const char* name) const;
    bool has_class(std::string_view name) const;
    int line() const;                  ///< in the HTML, from 1
    std::string text_content() const;  ///< of everything inside, as it stands
    HtmlNode first_child() const;
    HtmlNode next() const;
    HtmlNode parent() const;

  private:
    _xmlNode* node_ = nullptr;
};

class HtmlDocument {
  public:
    /// Never fails on bad HTML: browsers would show something, too. UTF-8. Throws Error when memory ends.
    explicit HtmlDocument(std::string_view html);
    /// The root element; empty for an empty document.
    HtmlNode root() const;

  private:
    struct Free {
        void operator()(_xmlDoc* document) const;
    };
    std::unique_ptr<_xmlDoc, Free> document_;
};

}  // namespace aloud
