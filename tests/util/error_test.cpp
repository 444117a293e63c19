#include "util/error.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(FullMessage, JoinsTheLayersOutermostFirst) {
    try {
        try {
            try {
                throw Error("HTTP 401");
            } catch (...) {
                rethrow_with("service \"openai\"");
            }
        } catch (...) {
            rethrow_with("issues/327.md:14:1");
        }
    } catch (const std::exception& error) {
        EXPECT_EQ(full_message(error), "issues/327.md:14:1: service \"openai\": HTTP 401");
    }
}

TEST(RethrowWith, KeepsWhatKindOfErrorItIs) {
    const auto nest = [](auto error) {
        try {
            throw error;
        } catch (...) {
            rethrow_with("doing");
        }
    };
    EXPECT_THROW(nest(InputError("bad")), InputError);
    EXPECT_THROW(nest(Interrupted()), Interrupted);
    EXPECT_THROW(nest(std::runtime_error("x")), Error);
}

TEST(Complaints, ReportAllMistakesOfOneRunTogether) {
    Complaints complaints;
    complaints.warning({"a.md", 3, 0}, "odd");
    EXPECT_NO_THROW(complaints.checkpoint());
    complaints.error({"a.md", 3, 7}, "bad");
    complaints.error({"b.md", 0, 0}, "worse");
    try {
        complaints.checkpoint();
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(), "a.md:3:7: bad\nb.md: worse");
    }
    complaints.soften();
    EXPECT_NO_THROW(complaints.checkpoint());
    EXPECT_EQ(complaints.warnings().size(), 3u);
}

}  // namespace
}  // namespace aloud
