#include "lib/taglib/id3.h"

#include <taglib/attachedpictureframe.h>
#include <taglib/chapterframe.h>
#include <taglib/commentsframe.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/textidentificationframe.h>
#include <taglib/unsynchronizedlyricsframe.h>
#include <taglib/urllinkframe.h>

#include <fmt/format.h>

#include <limits>
#include <memory>

#include "util/error.h"

namespace aloud {
namespace {

namespace ID3 = TagLib::ID3v2;

TagLib::String text(const std::string& utf8) {
    return {utf8, TagLib::String::UTF8};
}

TagLib::ByteVector bytes(const std::string& data) {
    return {data.data(), static_cast<unsigned int>(data.size())};
}

/// ID3v2.3 knows Latin-1 and UTF-16 only.
TagLib::String::Type encoding(const TagLib::String& value) {
    return value.isLatin1() ? TagLib::String::Latin1 : TagLib::String::UTF16;
}

/// The tag owns what is added to it.
template <typename Frame>
void add(ID3::Tag& tag, std::unique_ptr<Frame> frame) {
    tag.addFrame(frame.release());
}

std::unique_ptr<ID3::TextIdentificationFrame> text_frame(const char* id, const std::string& value) {
    const TagLib::String converted = text(value);
    auto frame = std::make_unique<ID3::TextIdentificationFrame>(id, encoding(converted));
    frame->setText(converted);
    return frame;
}

/// Without the zero byte that ends ids in the file (ID3v2 Chapters 1.0): TagLib writes it, and a second one into the
/// table of contents if there is one here.
TagLib::ByteVector element_id(std::size_t index) {
    return bytes(fmt::format("ch{}", index));
}

void add_chapters(ID3::Tag& tag, const Id3Tag& wanted) {
    if (wanted.chapters.empty()) return;
    TagLib::ByteVectorList children;
    for (std::size_t i = 0; i < wanted.chapters.size(); ++i) children.append(element_id(i));
    auto table = std::make_unique<ID3::TableOfContentsFrame>(bytes("toc"), children);
    table->setIsTopLevel(true);
    table->setIsOrdered(true);
    table->addEmbeddedFrame(text_frame("TIT2", wanted.table_title).release());
    add(tag, std::move(table));
    constexpr auto no_offset = std::numeric_limits<std::uint32_t>::max();
    for (std::size_t i = 0; i < wanted.chapters.size(); ++i) {
        const Id3Chapter& chapter = wanted.chapters[i];
        auto frame =
            std::make_unique<ID3::ChapterFrame>(element_id(i), chapter.start_ms, chapter.end_ms, no_offset, no_offset);
        frame->addEmbeddedFrame(text_frame("TIT2", chapter.title).release());
        add(tag, std::move(frame));
    }
}

}  // namespace

void write_id3(const std::string& path, const Id3Tag& wanted) {
    TagLib::MPEG::File file(path.c_str(), false);
    if (!file.isValid()) throw Error("TagLib cannot open " + path);
    ID3::Tag& tag = *file.ID3v2Tag(true);
    for (const auto& [id, value] : wanted.text)
        if (!value.empty()) add(tag, text_frame(id.c_str(), value));
    const TagLib::ByteVector language = bytes(wanted.language);
    if (!wanted.comment.empty()) {
        const TagLib::String value = text(wanted.comment);
        auto frame = std::make_unique<ID3::CommentsFrame>(encoding(value));
        frame->setLanguage(language);
        frame->setText(value);
        add(tag, std::move(frame));
    }
    if (!wanted.lyrics.empty()) {
        const TagLib::String value = text(wanted.lyrics);
        auto frame = std::make_unique<ID3::UnsynchronizedLyricsFrame>(encoding(value));
        frame->setLanguage(language);
        frame->setText(value);
        add(tag, std::move(frame));
    }
    if (!wanted.audio_page.empty()) {
        auto frame = std::make_unique<ID3::UrlLinkFrame>("WOAF");
        frame->setUrl(text(wanted.audio_page));
        add(tag, std::move(frame));
    }
    add_chapters(tag, wanted);
    if (!wanted.cover_jpeg.empty()) {
        auto picture = std::make_unique<ID3::AttachedPictureFrame>();
        picture->setMimeType("image/jpeg");
        picture->setType(ID3::AttachedPictureFrame::FrontCover);
        picture->setPicture(bytes(wanted.cover_jpeg));
        add(tag, std::move(picture));
    }
    if (!file.save(TagLib::MPEG::File::ID3v2, TagLib::File::StripOthers, ID3::v3, TagLib::File::DoNotDuplicate))
        throw Error("TagLib cannot write " + path);
}

}  // namespace aloud
