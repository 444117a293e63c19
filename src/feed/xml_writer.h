// Writes XML: every text and attribute escaped, every element closed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aloud {

class XmlWriter {
  public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    XmlWriter();
    void open(std::string_view name, Attributes attributes = {});
    void close();
    /// <name attributes>text</name>
    void text(std::string_view name, std::string_view text, Attributes attributes = {});
    /// <name attributes/>
    void empty(std::string_view name, Attributes attributes);
    /// HTML in CDATA; a "]]>" in it is divided, forbidden characters go.
    void html(std::string_view name, std::string_view html);
    /// All elements must be closed.
    std::string finish() &&;

  private:
    void begin(std::string_view name, Attributes attributes);

    std::string out_;
    std::vector<std::string> open_;
};

}  // namespace aloud
