// The tags of a real MP3, written and read again by TagLib, and their order from the bytes.
#include <gtest/gtest.h>
#include <taglib/attachedpictureframe.h>
#include <taglib/chapterframe.h>
#include <taglib/commentsframe.h>
#include <taglib/id3v2header.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/unsynchronizedlyricsframe.h>

#include "episode/episode.h"
#include "lib/ffmpeg/decode.h"
#include "lib/ffmpeg/picture.h"
#include "tests/support/sounds.h"
#include "tests/support/temp_folder.h"

namespace aloud {
namespace {

namespace Id3 = TagLib::ID3v2;

class Tags : public ::testing::Test {
  protected:
    void SetUp() override {
        testing::TakeShelf shelf;
        const std::vector<CutPlan> plans = {shelf.add(3, 500)};
        Programme programme = master(plans, shelf.source(), {});
        encode_mp3(programme, shelf.source(), {}, file_.string());
        plain_ = testing::slurp(file_);
        show_.title = "Die Briefe – 信";
        show_.link = "https://example.com/";
        show_.feed.copyright = "© 2026 A";
        record_.title = "Title 小红书 & more";
        record_.author = "Ä. Writer";
        record_.summary = "What it is about";
        record_.language = "zh-CN";
        record_.link = "https://example.com/p/1";
        record_.published = std::chrono::sys_days{std::chrono::year{2026} / 8 / 9};
        record_.number = 12;
        record_.audio = {{"mp3", "audio/mpeg", "x.mp3", 1, 3.75, 96, ""}};
        for (int i = 0; i < 12; ++i) record_.chapters.push_back({i * 300, (i + 1) * 300, title(i)});
        cover_ = encode_jpeg(64, 64, std::vector<std::uint8_t>(64 * 64 * 3, 90), 5);
    }
    /// 125 characters of UTF-16 with the mark before them are 252 bytes, and one for the encoding.
    static std::string title(int chapter) { return std::string(123, static_cast<char>('a' + chapter)) + " 第"; }
    void tag() { write_tags(file_, {record_, show_, cover_, "The text."}); }

    testing::TempFolder folder_;
    std::filesystem::path file_ = folder_ / "x.mp3";
    std::string plain_;
    Show show_;
    EpisodeRecord record_;
    std::string cover_;
};

/// TagLib keeps the zero byte behind an id in some places and not in others.
std::string id_of(const TagLib::ByteVector& bytes) {
    return std::string(bytes.data(), bytes.size()).c_str();
}

std::string text_of(Id3::Tag& tag, const char* id) {
    const auto& frames = tag.frameListMap()[id];
    EXPECT_EQ(frames.size(), 1U) << id;
    return frames.isEmpty() ? "" : frames.front()->toString().to8Bit(true);
}

TEST_F(Tags, HoldTheEpisodesText) {
    tag();
    TagLib::MPEG::File file(file_.c_str());
    ASSERT_TRUE(file.hasID3v2Tag());
    EXPECT_FALSE(file.hasID3v1Tag());
    EXPECT_FALSE(file.hasAPETag());
    Id3::Tag& tag = *file.ID3v2Tag();
    EXPECT_EQ(tag.header()->majorVersion(), 3U);
    EXPECT_EQ(text_of(tag, "TIT2"), "Title 小红书 & more");
    EXPECT_EQ(text_of(tag, "TPE1"), "Ä. Writer");
    EXPECT_EQ(text_of(tag, "TALB"), "Die Briefe – 信");
    EXPECT_EQ(text_of(tag, "TRCK"), "12");
    EXPECT_EQ(text_of(tag, "TCON"), "Podcast");
    EXPECT_EQ(text_of(tag, "TLAN"), "zho");
    EXPECT_EQ(text_of(tag, "TLEN"), "3750");
    EXPECT_EQ(text_of(tag, "TCOP"), "© 2026 A");
    EXPECT_EQ(text_of(tag, "WOAF"), "https://example.com/p/1");
    EXPECT_EQ(text_of(tag, "COMM"), "What it is about (Read by a synthetic voice.)");
    EXPECT_EQ(text_of(tag, "USLT"), "The text.");
    EXPECT_EQ(tag.year(), 2026U);
}

TEST_F(Tags, HoldTheChaptersInOrderWithTitlesAndTheirTable) {
    tag();
    TagLib::MPEG::File file(file_.c_str());
    Id3::Tag& tag = *file.ID3v2Tag();
    const auto& tables = tag.frameListMap()["CTOC"];
    ASSERT_EQ(tables.size(), 1U);
    const auto* table = dynamic_cast<const Id3::TableOfContentsFrame*>(tables.front());
    ASSERT_NE(table, nullptr);
    EXPECT_TRUE(table->isTopLevel());
    EXPECT_TRUE(table->isOrdered());
    ASSERT_EQ(table->embeddedFrameListMap()["TIT2"].size(), 1U);
    const auto& chapters = tag.frameListMap()["CHAP"];
    ASSERT_EQ(chapters.size(), 12U);
    ASSERT_EQ(table->childElements().size(), 12U);
    unsigned i = 0;
    for (const Id3::Frame* frame : chapters) {
        const auto* chapter = dynamic_cast<const Id3::ChapterFrame*>(frame);
        ASSERT_NE(chapter, nullptr);
        EXPECT_EQ(id_of(chapter->elementID()), "ch" + std::to_string(i));
        EXPECT_EQ(id_of(table->childElements()[i]), "ch" + std::to_string(i));
        EXPECT_EQ(chapter->startTime(), i * 300);
        EXPECT_EQ(chapter->endTime(), (i + 1) * 300);
        EXPECT_EQ(chapter->startOffset(), 0xFFFFFFFFU);
        EXPECT_EQ(chapter->embeddedFrameList("TIT2").front()->toString().to8Bit(true), title(static_cast<int>(i)));
        ++i;
    }
}

TEST_F(Tags, StandInTheOrderThatReadersNeed) {
    tag();
    const std::string bytes = testing::slurp(file_);
    ASSERT_TRUE(bytes.starts_with("ID3\x03"));
    std::size_t at = bytes.find("TIT2");
    std::vector<std::string> ids = {"TPE1", "CTOC"};
    for (int i = 0; i < 12; ++i) ids.push_back("CHAP");
    ids.emplace_back("APIC");
    for (const std::string& id : ids) {
        const std::size_t next = bytes.find(id, at + 4);
        ASSERT_NE(next, std::string::npos) << id;
        at = next;
    }
    // Each id ends with one zero byte: a second one, and readers lose every other chapter.
    const std::size_t table = bytes.find("CTOC"), chapter = bytes.find("CHAP");
    EXPECT_EQ(bytes.substr(table + 10, 14), std::string("toc\0\x03\x0C"
                                                        "ch0\0ch1\0",
                                                        14));
    // Plain 32-bit sizes inside CHAP, as ID3v2.3 has them: a size of 128 and more shows the difference.
    const std::size_t title = bytes.find("TIT2", chapter);
    EXPECT_EQ(bytes.substr(title + 4, 4), std::string("\0\0\0\xFD", 4));
}

TEST_F(Tags, HoldTheCover) {
    tag();
    TagLib::MPEG::File file(file_.c_str());
    const auto& pictures = file.ID3v2Tag()->frameListMap()["APIC"];
    ASSERT_EQ(pictures.size(), 1U);
    const auto* picture = dynamic_cast<const Id3::AttachedPictureFrame*>(pictures.front());
    ASSERT_NE(picture, nullptr);
    EXPECT_EQ(picture->mimeType().to8Bit(), "image/jpeg");
    EXPECT_EQ(picture->type(), Id3::AttachedPictureFrame::FrontCover);
    EXPECT_EQ(std::string(picture->picture().data(), picture->picture().size()), cover_);
}

TEST_F(Tags, LeaveTheSoundAsItWas) {
    tag();
    const std::string bytes = testing::slurp(file_);
    EXPECT_TRUE(bytes.ends_with(plain_)) << "every frame is still there, behind the tag";
    EXPECT_EQ(decode_audio(bytes).samples, decode_audio(plain_).samples);
}

TEST_F(Tags, AreTheSameBytesEachTime) {
    tag();
    const std::string once = testing::slurp(file_);
    folder_.write("x.mp3", plain_);
    tag();
    EXPECT_EQ(testing::slurp(file_), once);
}

TEST_F(Tags, HaveNoTableWithoutChapters) {
    record_.chapters.clear();
    record_.number.reset();
    tag();
    TagLib::MPEG::File file(file_.c_str());
    EXPECT_TRUE(file.ID3v2Tag()->frameListMap()["CTOC"].isEmpty());
    EXPECT_TRUE(file.ID3v2Tag()->frameListMap()["TRCK"].isEmpty()) << "no empty frames";
}

TEST(EmbeddedCover, IsSmallAndTheSameEachTime) {
    const testing::TempFolder folder;
    const auto cover = folder.write("c.jpg", encode_jpeg(900, 900, std::vector<std::uint8_t>(900 * 900 * 3, 120), 3));
    const std::string one = embedded_cover(cover, 600);
    EXPECT_EQ(one, embedded_cover(cover, 600));
    EXPECT_TRUE(one.starts_with("\xFF\xD8"));
    EXPECT_THROW(embedded_cover(folder.write("d.jpg", "no picture"), 600), Error);
}

}  // namespace
}  // namespace aloud
