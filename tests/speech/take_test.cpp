#include "speech/take.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

Take a_take() {
    Take take{24000, {}, {{0, 100}, {6, 4000}}};
    for (int i = 0; i < 9000; ++i) take.samples.push_back(static_cast<std::int16_t>((i * 113) % 20000 - 10000));
    return take;
}

TEST(PackedTake, ComesBackAsItWas) {
    for (const TakeCoding coding : {TakeCoding::pcm, TakeCoding::flac}) {
        const auto back = unpack_take(pack_take(a_take(), coding));
        ASSERT_TRUE(back);
        EXPECT_EQ(back->rate, 24000);
        EXPECT_EQ(back->samples, a_take().samples);
        EXPECT_EQ(back->marks, a_take().marks);
    }
}

TEST(PackedTake, MayBeEmpty) {
    const auto back = unpack_take(pack_take({22050, {}, {}}, TakeCoding::pcm));
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->samples.empty());
}

TEST(PackedTake, ThatIsDamagedIsNone) {
    for (const TakeCoding coding : {TakeCoding::pcm, TakeCoding::flac}) {
        const std::string whole = pack_take(a_take(), coding);
        for (std::size_t size = 0; size < whole.size(); size += size < 80 ? 1 : 997)
            EXPECT_FALSE(unpack_take(std::string_view(whole).substr(0, size))) << size;
        EXPECT_FALSE(unpack_take("RIFF" + whole.substr(4)));
        std::string many_marks = whole;
        many_marks[27] = '\x7F';  // the count's highest byte
        EXPECT_FALSE(unpack_take(many_marks));
    }
    EXPECT_FALSE(unpack_take(pack_take(a_take(), TakeCoding::pcm) + "x"));
}

}  // namespace
}  // namespace aloud
