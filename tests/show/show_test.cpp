#include "show/show.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/show/show_folder.h"
#include "util/file.h"

namespace aloud::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Show, IsReadWithItsDefaults) {
    ShowFolder folder;
    const Show show = folder.read(ShowFolder::sound_settings());
    EXPECT_THAT(folder.errors, IsEmpty());
    EXPECT_THAT(folder.warnings, IsEmpty());
    EXPECT_EQ(show.title, "The Test Letter");
    EXPECT_EQ(show.link, "https://example.com/");
    EXPECT_EQ(show.language, "en");
    EXPECT_EQ(show.author, "A. Writer");
    EXPECT_EQ(show.description, "A letter that tests read.");
    EXPECT_EQ(show.owner_name, "A. Writer");
    EXPECT_EQ(show.owner_email, "writer@example.com");
    EXPECT_THAT(show.categories, ElementsAre("Technology", "News > Tech News"));
    EXPECT_FALSE(show.explicit_content);
    EXPECT_EQ(show.cover, folder.show() / "cover.jpg");
    EXPECT_EQ(show.base_url, "https://example.com/audio/") << "with the slash that was missing";
    EXPECT_EQ(show.feed_url(), "https://example.com/audio/feed.xml");
    EXPECT_EQ(show.file, folder.file());
    EXPECT_EQ(show.folder, folder.show());
    EXPECT_EQ(show.root, folder.root());
    EXPECT_EQ(show.name, "letter");
    EXPECT_EQ(show.output, folder.root() / "site/letter");
    EXPECT_THAT(show.issue_files, ElementsAre("issues/*.md"));
    EXPECT_EQ(show.utc_offset, "+00:00");
    EXPECT_EQ(show.max_cost, std::nullopt);
    EXPECT_EQ(show.audio.bitrate, 96);
    EXPECT_EQ(show.narration.pause_break, 1600);
}

TEST(Show, TakesEverySetting) {
    ShowFolder folder;
    folder.write("names.toml", "");
    const Show show = folder.read_with(R"(
[issues]
files = ["issues/*.md", "old/letter-??.html"]
utc_offset = "-05:30"
[narration]
voice = "heart"
quote = "joe"
heading = "eva"
note = "max"
languages = { zh = "mei", pt-br = "rui" }
intro = "{show}, {number}: {title}. {date}. By {author}."
outro = ""
disclosure = false
skip = ["^Ad"]
lexicons = ["names.toml"]
chapter_depth = 0
struck = "read"
urls = "full"
images = "skip"
quotes = "plain"
tables = "read"
code = "skip"
footnotes = "end"
emoji = "names"
normalize = "light"
[narration.pauses]
paragraph = 1
sentence = 2
clause = 3
heading_before = 4
heading_after = 5
subheading_before = 6
subheading_after = 7
item = 8
break = 10000
[audio]
formats = ["mp3"]
bitrate = 128
loudness = -19
true_peak = -2.0
[feed]
guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
locked = false
copyright = "© A. Writer"
type = "serial"
[output]
folder = "../../out/"
[publish]
to = "s3://bucket/prefix"
hub = "https://hub.example.com/"
[budget]
max_cost = 5
)");
    EXPECT_THAT(folder.errors, IsEmpty());
    EXPECT_THAT(show.issue_files, ElementsAre("issues/*.md", "old/letter-??.html"));
    EXPECT_EQ(show.utc_offset, "-05:30");
    const Narration& n = show.narration;
    EXPECT_EQ(n.voice, "heart");
    EXPECT_EQ(n.quote, "joe");
    EXPECT_EQ(n.heading, "eva");
    EXPECT_EQ(n.note, "max");
    EXPECT_EQ(n.languages, (std::map<std::string, std::string>{{"pt-br", "rui"}, {"zh", "mei"}}));
    EXPECT_EQ(n.intro, "{show}, {number}: {title}. {date}. By {author}.");
    EXPECT_EQ(n.outro, "");
    EXPECT_FALSE(n.disclosure);
    EXPECT_THAT(n.skip, ElementsAre("^Ad"));
    EXPECT_THAT(n.lexicons, ElementsAre("names.toml"));
    EXPECT_EQ(n.chapter_depth, 0);
    EXPECT_EQ(n.struck + n.urls + n.images + n.quotes + n.tables, "readfullskipplainread");
    EXPECT_EQ(n.code + n.footnotes + n.emoji + n.normalize, "skipendnameslight");
    EXPECT_EQ(
        (std::vector{n.pause_paragraph, n.pause_sentence, n.pause_clause, n.pause_heading_before, n.pause_heading_after,
                     n.pause_subheading_before, n.pause_subheading_after, n.pause_item, n.pause_break}),
        (std::vector{1, 2, 3, 4, 5, 6, 7, 8, 10000}));
    EXPECT_EQ(show.audio.bitrate, 128);
    EXPECT_EQ(show.audio.loudness, -19.0);
    EXPECT_EQ(show.audio.true_peak, -2.0);
    EXPECT_EQ(show.feed.guid, "917393e3-1b1e-5cef-ace4-edaa54e1f810");
    EXPECT_FALSE(show.feed.locked);
    EXPECT_EQ(show.feed.copyright, "© A. Writer");
    EXPECT_EQ(show.feed.type, "serial");
    EXPECT_EQ(show.output, folder.root() / "out") << "the last slash changes nothing";
    EXPECT_EQ(show.max_cost, 5.0);
}

TEST(Show, ReportsEveryMistakeInOneRun) {
    ShowFolder folder;
    folder.read("title = 3\nlanguage = \"english\"\nzebra = 1\n[audio]\nbitrate = 99\n");
    EXPECT_THAT(folder.errors,
                ::testing::UnorderedElementsAre(
                    "show.toml:1:1: \"title\" must be a string, not a whole number", HasSubstr("\"link\" is missing"),
                    "show.toml:2:1: \"language\" must be a code such as en, en-us or zh-cn, not \"english\"",
                    HasSubstr("\"author\" is missing"), HasSubstr("\"description\" is missing"),
                    HasSubstr("\"categories\" is missing"), HasSubstr("\"cover\" is missing"),
                    HasSubstr("\"base_url\" is missing"), "show.toml:3:1: unknown key \"zebra\"",
                    "show.toml:5:1: \"bitrate\" must be one of 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 (kb/s), "
                    "not 99"));
    EXPECT_THAT(folder.warnings, ElementsAre(HasSubstr("no owner")));
}

TEST(Show, ThrowsWhenTheFileCannotBeReadOrIsNoToml) {
    ShowFolder folder;
    Complaints complaints;
    EXPECT_THROW(read_show(folder.show() / "absent.toml", complaints), InputError);
    EXPECT_THROW(folder.read("title = \n"), InputError);
    EXPECT_THROW(folder.read(std::string(10000, '[')), InputError);
}

TEST(Show, TakesLanguageCodesOfIso639) {
    ShowFolder folder;
    for (const char* code : {"en-us", "zh-cn", "zh-Hant", "es-419", "yue"})
        EXPECT_THAT(folder.errors_of("\"en\"", '"' + std::string(code) + '"'), IsEmpty()) << code;
    for (const char* code : {"english", "e", "en_us", "en-", "-en", "e1", "en us", "en-u"})
        EXPECT_THAT(folder.errors_of("\"en\"", '"' + std::string(code) + '"'),
                    ElementsAre(HasSubstr("show.toml:3:1: ")))
            << code;
}

TEST(Show, WantsWholeWebAddresses) {
    ShowFolder folder;
    const std::string link = "link = \"https://example.com/\"";
    EXPECT_THAT(folder.errors_of(link, "link = \"http://127.0.0.1:8000/a%20b?c=d#e\""), IsEmpty());
    for (const char* address : {"example.com", "ftp://example.com/", "https://", "https:///a", "https://exa mple.com/",
                                "https://example.com/\\u001b", "https://ex<b>.com/", "https://bücher.example/"})
        EXPECT_THAT(folder.errors_of(link, "link = \"" + std::string(address) + '"'),
                    ElementsAre(HasSubstr("show.toml:2:1: \"link\" must be a whole web address")))
            << address;
    EXPECT_THAT(folder.errors_of("/audio", "/audio?x=1"), ElementsAre(HasSubstr("neither ? nor #")));
}

TEST(Show, NamesTheCategoryThatWasMeant) {
    ShowFolder folder;
    const std::string category = "\"News > Tech News\"";
    EXPECT_THAT(
        folder.errors_of(category, "\"Tech News\""),
        ElementsAre("show.toml:7:1: \"Tech News\" is none of Apple's categories; did you mean \"News > Tech News\"?"));
    EXPECT_THAT(folder.errors_of(category, "\"technology\""), ElementsAre(HasSubstr("did you mean \"Technology\"?")));
    EXPECT_THAT(folder.errors_of(category, "\"Podcasting\""),
                ElementsAre("show.toml:7:1: \"Podcasting\" is none of Apple's categories"));
    EXPECT_THAT(folder.errors_of("[\"Technology\", " + category + "]", "[]"), ElementsAre(HasSubstr("is empty")));
}

TEST(Show, RefusesTextThatPlatformsRefuse) {
    ShowFolder folder;
    EXPECT_THAT(folder.errors_of("The Test Letter", "  "), ElementsAre(HasSubstr("\"title\" is empty")));
    EXPECT_THAT(folder.errors_of("The Test Letter", std::string(256, 'x')), ElementsAre(HasSubstr("255 characters")));
    EXPECT_THAT(folder.errors_of("A letter that tests read.", std::string(4001, 'x')),
                ElementsAre("show.toml:5:1: \"description\" has 4001 bytes; Apple takes 4000"));
}

TEST(Show, WarnsWithoutAnOwnersMailAndRefusesABadOne) {
    ShowFolder folder;
    EXPECT_THAT(folder.errors_of(", email = \"writer@example.com\"", ""), IsEmpty());
    EXPECT_THAT(folder.warnings, ElementsAre(HasSubstr("the owner has no e-mail")));
    for (const char* mail : {"", "writer", "@example.com", "writer@", "a@b@c", "A <a@example.com>"})
        EXPECT_THAT(folder.errors_of("writer@example.com", mail), ElementsAre(HasSubstr("is no e-mail address")))
            << mail;
    EXPECT_THAT(folder.errors_of("name =", "nam ="),
                ElementsAre("show.toml:6:11: unknown key \"nam\" in [owner]; did you mean \"name\"?"));
}

TEST(Show, ChecksTheCoverByItsBytes) {
    ShowFolder folder;
    const auto errors_of_cover = [&](const std::string& bytes) {
        folder.write("cover.jpg", bytes);
        return folder.errors_with("");
    };
    EXPECT_THAT(errors_of_cover(jpeg_header(3000, 3000)), IsEmpty());
    EXPECT_THAT(errors_of_cover(jpeg_header(1399, 1399)), ElementsAre(HasSubstr("has 1399 x 1399 pixels")));
    EXPECT_THAT(errors_of_cover(jpeg_header(3001, 3001)), ElementsAre(HasSubstr("squares of 1400 to 3000")));
    EXPECT_THAT(errors_of_cover(jpeg_header(1400, 1500)), ElementsAre(HasSubstr("has 1400 x 1500 pixels")));
    EXPECT_THAT(errors_of_cover(jpeg_header(1400, 1400, 1)), ElementsAre(HasSubstr("is grey")));
    EXPECT_THAT(errors_of_cover(jpeg_header(1400, 1400, 4)), ElementsAre(HasSubstr("CMYK")));
    EXPECT_THAT(errors_of_cover("GIF89a"), ElementsAre(HasSubstr("neither JPEG nor PNG")));
    EXPECT_THAT(errors_of_cover(""), ElementsAre(HasSubstr("neither JPEG nor PNG")));
    folder.write("cover.png", jpeg_header(1400, 1400));
    EXPECT_THAT(folder.errors_of("cover.jpg", "cover.png"), ElementsAre(HasSubstr("is a JPEG by its content")));
    EXPECT_THAT(folder.errors_of("cover.jpg", "absent.jpg"),
                ElementsAre("show.toml:9:1: cover absent.jpg is not there"));
    EXPECT_THAT(folder.errors_of("cover.jpg", "."), ElementsAre(HasSubstr("is not there")));
}

TEST(Show, RefusesValuesOutOfRange) {
    ShowFolder folder;
    for (const char* setting :
         {"[narration]\nchapter_depth = 7", "[narration]\nchapter_depth = -1", "[narration.pauses]\nitem = 10001",
          "[narration.pauses]\nitem = -1", "[narration.pauses]\nitem = 9223372036854775807", "[audio]\nloudness = -9.9",
          "[audio]\nloudness = -31", "[audio]\nloudness = nan", "[audio]\ntrue_peak = 0", "[audio]\ntrue_peak = -inf"})
        EXPECT_THAT(folder.errors_with(setting), ElementsAre(HasSubstr("show.toml:12:1: "))) << setting;
    EXPECT_THAT(folder.errors_with("[narration]\nchapter_depth = 7"),
                ElementsAre("show.toml:12:1: \"chapter_depth\" must lie between 0 and 6, not 7"));
    EXPECT_THAT(folder.errors_with("[budget]\nmax_cost = -1"), ElementsAre(HasSubstr("must not be negative")));
    EXPECT_THAT(folder.errors_with("[budget]\nmax_cost = nan"), ElementsAre(HasSubstr("must not be negative")));
    EXPECT_THAT(folder.errors_with("[narration.pauses]\nitem = 1.5"), ElementsAre(HasSubstr("must be a whole number")));
}

TEST(Show, NamesTheWordsThatASettingTakes) {
    ShowFolder folder;
    EXPECT_THAT(folder.errors_with("[narration]\nurls = \"no\""),
                ElementsAre("show.toml:12:1: \"urls\" must be one of short, skip, full, not \"no\""));
    for (const char* key : {"struck", "images", "quotes", "tables", "code", "footnotes", "emoji", "normalize"})
        EXPECT_THAT(folder.errors_with("[narration]\n" + std::string(key) + " = \"no\""),
                    ElementsAre(HasSubstr("must be one of")))
            << key;
    EXPECT_THAT(folder.errors_with("[feed]\ntype = \"Episodic\""), ElementsAre(HasSubstr("episodic, serial")));
}

TEST(Show, ListsThePlaceholdersThatAreKnown) {
    ShowFolder folder;
    EXPECT_THAT(folder.errors_with("[narration]\nintro = \"{shwo}. {title}\"\n"),
                ElementsAre("show.toml:12:1: \"intro\" has an unknown placeholder {shwo}; known are {show}, {number}, "
                            "{title}, {date}, {author}"));
    EXPECT_THAT(folder.errors_with("[narration]\noutro = \"{show\"\n"),
                ElementsAre(HasSubstr("a { without its partner")));
    EXPECT_THAT(folder.errors_with("[narration]\noutro = \"show}\"\n"),
                ElementsAre(HasSubstr("a } without its partner")));
    EXPECT_THAT(folder.errors_with("[narration]\noutro = \"{{show}}\"\n").size(), 2u);
}

TEST(Show, KeepsIssuesAndLexiconsInsideItsFolder) {
    ShowFolder folder;
    for (const char* pattern : {"/etc/*.md", "../other/*.md", "issues/../../*.md", ""})
        EXPECT_THAT(folder.errors_with("[issues]\nfiles = \"" + std::string(pattern) + '"'),
                    ElementsAre(HasSubstr("must lie inside the show's folder")))
            << pattern;
    EXPECT_THAT(folder.errors_with("[issues]\nfiles = [\"issues/../*.md\", \"a/b/*.md\"]"), IsEmpty());
    EXPECT_THAT(folder.errors_with("[issues]\nfiles = \"*/a.md\""), ElementsAre(HasSubstr("not in a folder's")));
    EXPECT_THAT(folder.errors_with("[issues]\nfiles = []"), ElementsAre(HasSubstr("is empty")));
    EXPECT_THAT(folder.errors_with("[issues]\nfiles = 3"), ElementsAre(HasSubstr("must be a list of strings")));
    EXPECT_THAT(folder.errors_with("[narration]\nlexicons = [\"../names.toml\"]"), ElementsAre(HasSubstr("inside")));
    EXPECT_THAT(folder.errors_with("[narration]\nlexicons = [\"absent.toml\"]"),
                ElementsAre("show.toml:12:1: lexicon absent.toml is not there"));
}

TEST(Show, ReadsUtcOffsetsStrictly) {
    ShowFolder folder;
    for (const char* offset : {"8", "+8:00", "Z", "      ", "+25:00", "+08:60", "08:00", "+08:0x"})
        EXPECT_THAT(folder.errors_with("[issues]\nutc_offset = \"" + std::string(offset) + '"'),
                    ElementsAre(HasSubstr("must be written like +08:00")))
            << offset;
}

TEST(Show, SaysWhatThisVersionCannotDoYet) {
    ShowFolder folder;
    for (const char* key : {"intro_sound", "outro_sound", "break_sound", "bed"})
        EXPECT_THAT(folder.errors_with("[audio]\n" + std::string(key) + " = \"x.wav\""),
                    ElementsAre(HasSubstr("this version of Aloud cannot do that yet")))
            << key;
    EXPECT_THAT(folder.errors_with("[feed]\nprefix = \"https://op3.dev/e/\""),
                ElementsAre(HasSubstr("cannot do that yet")));
    for (const char* formats : {"[\"m4a\"]", "[\"mp3\", \"opus\"]", "[]", "[\"wav\"]"})
        EXPECT_THAT(folder.errors_with("[audio]\nformats = " + std::string(formats)),
                    ElementsAre(HasSubstr("writes mp3 only")))
            << formats;
}

TEST(Show, WantsAUuidAsGuid) {
    ShowFolder folder;
    for (const char* guid : {"", "letter", "917393e31b1e5ceface4edaa54e1f810", "917393e3-1b1e-5cef-ace4-edaa54e1f81g"})
        EXPECT_THAT(folder.errors_with("[feed]\nguid = \"" + std::string(guid) + '"'), ElementsAre(HasSubstr("UUID")))
            << guid;
}

TEST(Show, WantsLanguageCodesForVoices) {
    ShowFolder folder;
    EXPECT_THAT(folder.errors_with("[narration]\nlanguages = { chinese = \"mei\" }"),
                ElementsAre(HasSubstr("\"chinese\" is no language code")));
    EXPECT_THAT(folder.errors_with("[narration]\nlanguages = { zh = 1 }"), ElementsAre(HasSubstr("must be a string")));
}

TEST(Show, DoesNotWriteItsSiteAroundItself) {
    ShowFolder folder;
    for (const char* output : {"", ".", "..", "../..", "/", "../letter/"})
        EXPECT_THAT(folder.errors_with("[output]\nfolder = \"" + std::string(output) + '"'),
                    ElementsAre(HasSubstr("must not be the show's own folder")))
            << output;
    EXPECT_EQ(folder.read_with("[output]\nfolder = \"site\"").output, folder.show() / "site");
    EXPECT_EQ(folder.read_with("[output]\nfolder = \"/srv/audio\"").output, "/srv/audio");
    EXPECT_THAT(folder.errors, IsEmpty());
}

TEST(Show, FindsItsProjectRoot) {
    const TempFolder folder;
    const auto root_of = [&](const std::string& show) {
        folder.write(show + "/show.toml", "");
        Complaints complaints;
        return read_show(folder / show / "show.toml", complaints).root;
    };
    EXPECT_EQ(root_of("alone"), folder / "alone");
    EXPECT_EQ(root_of("p/feeds/a"), folder / "p");
    EXPECT_EQ(root_of("p/feeds/group/b"), folder / "p");
    folder.write("q/voices/heart.toml", "");
    EXPECT_EQ(root_of("q/deep/show"), folder / "q");
    folder.write("p/feeds/own/voices/heart.toml", "");
    EXPECT_EQ(root_of("p/feeds/own"), folder / "p/feeds/own");
    folder.write("p/feeds/c/feeds/x", "");
    EXPECT_EQ(root_of("p/feeds/c"), folder / "p") << "a show's own feeds/ does not make it a project";
}

TEST(Show, MakesASafeNameOfItsFolder) {
    const TempFolder folder;
    folder.write("feeds/My Letter!/show.toml", "");
    Complaints complaints;
    const Show show = read_show(folder / "feeds/My Letter!/show.toml", complaints);
    EXPECT_EQ(show.name, "my-letter");
    EXPECT_EQ(show.output, folder / "site/my-letter");
}

}  // namespace
}  // namespace aloud::testing
