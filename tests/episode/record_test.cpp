#include <gtest/gtest.h>

#include "episode/episode.h"
#include "util/error.h"

namespace aloud {
namespace {

EpisodeRecord full_record() {
    EpisodeRecord record;
    record.slug = "one";
    record.source = "issues/one.md";
    record.guid = "g";
    record.title = "T \"1\"";
    record.published = std::chrono::sys_days{std::chrono::year{2026} / 8 / 19};
    record.number = 3;
    record.explicit_content = true;
    record.tags = {"a", "b"};
    record.voices = {"heart"};
    record.audio = {{"mp3", "audio/mpeg", "one-1a2b3c4d.mp3", 12345, 61.2345678, 96, "ff"}};
    record.chapters = {{0, 61234, "All"}};
    record.loudness_lufs = -16.04;
    record.true_peak_dbtp = -1.7;
    record.characters = 99;
    return record;
}

TEST(EpisodeRecord, ReadsBackWhatItWrote) {
    const Json json = to_json(full_record());
    const EpisodeRecord back = record_from_json(Json::parse(json.dump()));
    EXPECT_EQ(to_json(back), json);
    EXPECT_EQ(back.number, 3);
    EXPECT_FALSE(back.season);
    EXPECT_EQ(back.audio.at(0).bytes, 12345);
    EXPECT_EQ(back.chapters.at(0).title, "All");
    EXPECT_EQ(back.published, full_record().published);
}

TEST(EpisodeRecord, NamesTheFieldThatIsWrong) {
    for (const char* field : {"slug", "guid", "published", "audio", "explicit"}) {
        Json json = to_json(full_record());
        json.erase(field);
        try {
            record_from_json(json);
            ADD_FAILURE() << field;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(field), std::string::npos) << error.what();
        }
        json[field] = 1.5;
        EXPECT_THROW(record_from_json(json), Error) << field;
    }
}

TEST(EpisodeRecord, OfSilenceIsStillJson) {
    EpisodeRecord silent = full_record();
    silent.loudness_lufs = -HUGE_VAL;
    EXPECT_EQ(record_from_json(Json::parse(to_json(silent).dump())).loudness_lufs, -99);
}

}  // namespace
}  // namespace aloud
