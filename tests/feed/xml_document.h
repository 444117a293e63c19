// An XML document and XPath, for tests that ask a feed what a reader would.
#pragma once

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <memory>
#include <string>
#include <vector>

namespace aloud::testing {

class XmlDocument {
  public:
    explicit XmlDocument(const std::string& xml)
        : document_(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
                    xmlFreeDoc) {
        EXPECT_TRUE(document_) << "this is not well-formed: " << xml;
    }

    /// The text of each node that the path finds, in the order of the document.
    std::vector<std::string> all(const std::string& path) const {
        std::vector<std::string> texts;
        if (!document_) return texts;
        const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContextPtr)> context(
            xmlXPathNewContext(document_.get()), xmlXPathFreeContext);
        for (const auto& [prefix, space] : {std::pair{"itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
                                            {"podcast", "https://podcastindex.org/namespace/1.0"},
                                            {"atom", "http://www.w3.org/2005/Atom"}})
            xmlXPathRegisterNs(context.get(), xml(prefix), xml(space));
        const std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObjectPtr)> found(
            xmlXPathEvalExpression(xml(path.c_str()), context.get()), xmlXPathFreeObject);
        EXPECT_TRUE(found) << path;
        if (!found || found->nodesetval == nullptr) return texts;
        for (int i = 0; i < found->nodesetval->nodeNr; ++i) {
            const std::unique_ptr<xmlChar, decltype(xmlFree)> text(xmlNodeGetContent(found->nodesetval->nodeTab[i]),
                                                                   xmlFree);
            texts.emplace_back(reinterpret_cast<const char*>(text.get()));
        }
        return texts;
    }

    /// The one that must be there.
    std::string one(const std::string& path) const {
        const std::vector<std::string> texts = all(path);
        EXPECT_EQ(texts.size(), 1U) << path;
        return texts.empty() ? "" : texts.front();
    }

  private:
    static const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

    std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document_;

  public:
    XmlDocument(const XmlDocument&) = delete;
    XmlDocument& operator=(const XmlDocument&) = delete;
};

}  // namespace aloud::testing
