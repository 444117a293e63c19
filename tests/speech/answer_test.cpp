#include "speech/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/ffmpeg/flac.h"
#include "lib/ffmpeg/wav.h"
#include "tests/speech/service.h"
#include "tests/support/loopback.h"
#include "util/error.h"

namespace aloud {
namespace {

using testing::failure_of;
using ::testing::HasSubstr;
using testing::openai_at;
using testing::tone;

Pcm sound(const std::string& body, const std::string& type = "text/html") {
    HttpResponse response;
    response.status = 200;
    response.body = body;
    response.headers["content-type"] = type;  // Piper's server says text/html of its WAV
    return sound_of(response, openai_at("https://api.openai.com"));
}

Pcm sample(int rate = 22050) {
    Pcm pcm{rate, {}};
    for (int i = 0; i < rate / 2; ++i) pcm.samples.push_back(static_cast<std::int16_t>((i * 37) % 4000 - 2000));
    return pcm;
}

/// A WAV whose RIFF and data sizes are this, whatever follows.
std::string wav_of_size(std::uint32_t size) {
    std::string wav = encode_wav(sample());
    for (int i = 0; i < 4; ++i) {
        wav[4 + static_cast<std::size_t>(i)] = static_cast<char>(size >> (8 * i));
        wav[40 + static_cast<std::size_t>(i)] = static_cast<char>(size >> (8 * i));
    }
    return wav;
}

TEST(Sound, IsKnownByItsBytesNotByItsType) {
    EXPECT_EQ(sound(encode_wav(sample())).samples, sample().samples);
    EXPECT_EQ(sound(encode_wav(sample())).rate, 22050);
    EXPECT_EQ(sound(encode_flac(sample(16000))).samples, sample(16000).samples);
    EXPECT_EQ(sound(tone("x")).rate, 24000) << "without a header: what the description promises";
}

TEST(Sound, OfAWavWithPlaceholderSizesEndsWithItsBytes) {
    for (const std::uint32_t size : {0xFFFFFFFFu, 0u, 0x7FFFFFFFu, 0x7FFFF000u, 2000000000u}) {
        const Pcm pcm = sound(wav_of_size(size));
        EXPECT_EQ(pcm.samples, sample().samples) << size;
    }
}

TEST(Sound, OfAWavIsFoundBehindOtherChunks) {
    std::string wav = encode_wav(sample());
    wav.insert(36, std::string("LIST\x05\x00\x00\x00INFOx\x00", 14));  // odd, with its padding
    EXPECT_EQ(sound(wav).samples, sample().samples);
}

TEST(Sound, ThatBeginsLikeTextIsStillSound) {
    std::string pcm = tone("x");
    pcm.replace(0, 4, "<a>{");
    EXPECT_EQ(sound(pcm).samples.size() * 2, pcm.size());
}

TEST(Sound, ThatIsNoneIsRefused) {
    EXPECT_THAT(failure_of([] { sound(""); }), HasSubstr("empty"));
    EXPECT_THAT(failure_of([] { sound("plain words"); }), HasSubstr("HTTP 200 with text"));
    EXPECT_THAT(failure_of([] { sound(encode_wav(sample()).substr(0, 30)); }), HasSubstr("cannot be decoded"));
    EXPECT_THAT(failure_of([] { sound(encode_wav({22050, {}})); }), HasSubstr("no sound"));
}

TEST(Sound, WithoutAHeaderNeedsADescriptionThatSaysWhatItIs) {
    Service service = openai_at("https://api.openai.com");
    service.response_format = "mp3";
    HttpResponse response;
    response.status = 200;
    response.body = tone("x");
    EXPECT_THAT(failure_of([&] { sound_of(response, service); }), HasSubstr("no known audio format"));
}

TEST(ErrorText, ComesFromWhereTheDescriptionSaysElseFromTheBody) {
    const Service service = openai_at("https://api.openai.com");
    HttpResponse response;
    response.status = 422;
    response.body = R"({"error": {"message": "Bad\nvoice", "code": "bad_voice"}})";
    EXPECT_EQ(error_text(response, service), "HTTP 422: Bad voice");
    EXPECT_EQ(error_code(response, service), "bad_voice");
    response.body = R"({"detail": "no such voice"})";
    EXPECT_EQ(error_text(response, service), R"(HTTP 422: {"detail": "no such voice"})");
    EXPECT_EQ(error_code(response, service), "");
    response.body = R"({"error": "a text"})";
    EXPECT_EQ(error_text(response, service), R"(HTTP 422: {"error": "a text"})");
    response.body = "";
    EXPECT_EQ(error_text(response, service), "HTTP 422");
    response.body = std::string(100000, 'x');
    EXPECT_LT(error_text(response, service).size(), 330u);
    response.body = std::string(100000, '[');
    EXPECT_LT(error_text(response, service).size(), 330u) << "deep JSON harms nobody";
}

}  // namespace
}  // namespace aloud
