#include "episode/notes.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

Script with_links(std::vector<ScriptLink> links) {
    Script script;
    script.title = "T";
    Line line;
    line.kind = "paragraph";
    line.sentences.push_back({"The first words.", "The first words.", "en"});
    script.lines.push_back(line);
    script.links = std::move(links);
    return script;
}

TEST(ShowNotes, HaveTheSummaryAndEachLinkOnce) {
    const Script script = with_links({{"A & B", "https://a.org/?x=1&y=\"2\"", 1, 0, 0},
                                      {"again", "https://a.org/?x=1&y=\"2\"", 2, 0, 0},
                                      {"evil", "javascript:alert(1)", 3, 0, 0},
                                      {"page", "/relative", 4, 0, 0}});
    EXPECT_EQ(description_html(script, "A <summary>"),
              "<p>A &lt;summary&gt;</p><p>Links:</p><ul><li><a href=\"https://a.org/?x=1&amp;y=&quot;2&quot;\">A &amp; "
              "B</a></li></ul><p>This episode was read by a synthetic voice.</p>");
}

TEST(ShowNotes, BeginWithTheFirstWordsWhereThereIsNoSummary) {
    EXPECT_TRUE(description_html(with_links({}), "").starts_with("<p>The first words.</p>"));
}

TEST(ShowNotes, HoldTheFootnotesThatAreNotSpoken) {
    Script script = with_links({});
    script.omissions = {{"footnote", "See <1>.", "", 3}, {"code", "x", "", 4}};
    EXPECT_NE(description_html(script, "S").find("<p>Notes:</p><ol><li>See &lt;1&gt;.</li></ol>"), std::string::npos);
}

TEST(ShowNotes, StayUnderTheLimitWithWholeTags) {
    std::vector<ScriptLink> links;
    for (int i = 0; i < 200; ++i) links.push_back({"a label", "https://example.com/" + std::to_string(i), 1, 0, 0});
    Script script = with_links(links);
    for (int i = 0; i < 200; ++i) script.omissions.push_back({"footnote", std::string(50, 'n'), "", 1});
    const std::string html = description_html(script, std::string(3000, 's'));
    EXPECT_LE(html.size(), 4000U);
    EXPECT_GT(html.size(), 3000U);
    EXPECT_TRUE(html.ends_with("</p>"));
}

}  // namespace
}  // namespace aloud
