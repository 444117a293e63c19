#include "feed/xml_writer.h"

#include <cassert>

#include "util/text.h"

namespace aloud {

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::begin(std::string_view name, Attributes attributes) {
    out_.append(open_.size() * 2, ' ');
    out_ += '<';
    out_ += name;
    for (const auto& [key, value] : attributes) {
        if (value.empty()) continue;
        out_ += ' ';
        out_ += key;
        out_ += "=\"" + escape_xml(value) + '"';
    }
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
    begin(name, attributes);
    out_ += ">\n";
    open_.emplace_back(name);
}

void XmlWriter::close() {
    const std::string name = open_.back();
    open_.pop_back();
    out_.append(open_.size() * 2, ' ');
    out_ += "</" + name + ">\n";
}

void XmlWriter::text(std::string_view name, std::string_view text, Attributes attributes) {
    begin(name, attributes);
    out_ += ">" + escape_xml(text) + "</";
    out_ += name;
    out_ += ">\n";
}

void XmlWriter::empty(std::string_view name, Attributes attributes) {
    begin(name, attributes);
    out_ += "/>\n";
}

void XmlWriter::html(std::string_view name, std::string_view html) {
    begin(name, {});
    std::string clean;
    for (const char c : html)
        if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') clean += c;
    for (const char* noncharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})  // U+FFFE and U+FFFF are no XML, either
        clean = replace_all(clean, noncharacter, "");
    out_ += "><![CDATA[" + replace_all(clean, "]]>", "]]]]><![CDATA[>") + "]]></";
    out_ += name;
    out_ += ">\n";
}

std::string XmlWriter::finish() && {
    assert(open_.empty());
    return std::move(out_);
}

}  // namespace aloud
