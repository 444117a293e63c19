#include "tests/e2e/site_reader.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>

#include <memory>
#include <optional>
#include <stdexcept>

#include "store/key.h"
#include "tests/support/temp_folder.h"

namespace aloud::testing {
namespace {

std::string attribute(xmlNode* node, const char* name) {
    xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
    const std::string text = value != nullptr ? reinterpret_cast<const char*>(value) : "";
    xmlFree(value);
    return text;
}

/// The file as it is under its name now, or nothing: one open, so that a rename cannot mix two.
std::optional<std::string> bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

std::vector<std::pair<std::string, std::uintmax_t>> enclosures(const std::string& feed) {
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(feed.data(), static_cast<int>(feed.size()), nullptr, nullptr,
                      XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET),
        xmlFreeDoc);
    if (!document) throw std::runtime_error("the feed is no XML");
    const std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(xmlXPathNewContext(document.get()),
                                                                                   xmlXPathFreeContext);
    const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>("/rss/channel/item/enclosure"), context.get()),
        xmlXPathFreeObject);
    std::vector<std::pair<std::string, std::uintmax_t>> all;
    for (int i = 0; found->nodesetval != nullptr && i < found->nodesetval->nodeNr; ++i) {
        xmlNode* node = found->nodesetval->nodeTab[i];
        all.emplace_back(attribute(node, "url"), std::stoull("0" + attribute(node, "length")));
    }
    return all;
}

SiteReader::SiteReader(std::filesystem::path site, std::string base_url)
    : site_(std::move(site)), base_url_(std::move(base_url)) {
    xmlInitParser();
    thread_ = std::thread([this] {
        while (!stop_) {
            read_once();
            check_audio_names();
        }
    });
}

SiteReader::~SiteReader() {
    finish();
}

std::string SiteReader::finish() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    return wrong_;
}

void SiteReader::read_once() {
    const auto feed = bytes_of(site_ / "feed.xml");
    if (!feed) {
        if (feed_seen_) wrong_ += "the feed was gone\n";
        return;
    }
    feed_seen_ = true;
    ++feeds_;
    std::string wrong;
    try {
        for (const auto& [url, length] : enclosures(*feed)) {
            const auto audio = bytes_of(site_ / url.substr(base_url_.size()));
            if (!audio) {
                wrong += url + " is in the feed and not there\n";
            } else if (audio->size() != length) {
                wrong += url + " has another length than the feed says\n";
            }
        }
    } catch (const std::runtime_error& error) {
        wrong_ += error.what() + std::string("\n");
    }
    // Who reads an old feed may come too late for its audio; who reads a feed that still stands may not.
    if (!wrong.empty() && bytes_of(site_ / "feed.xml") == feed) wrong_ += wrong;
}

/// Audio is named by its content, whether a feed names it yet or not.
void SiteReader::check_audio_names() {
    std::error_code error;
    for (auto at = std::filesystem::recursive_directory_iterator(site_, error);
         at != std::filesystem::recursive_directory_iterator(); at.increment(error)) {
        if (error || at->path().extension() != ".mp3") continue;
        const std::string stem = at->path().stem().string();
        const auto bytes = bytes_of(at->path());
        if (bytes && sha256_hex(*bytes).substr(0, 8) != stem.substr(stem.rfind('-') + 1))
            wrong_ += at->path().string() + " does not hold what its name says\n";
    }
}

}  // namespace aloud::testing
