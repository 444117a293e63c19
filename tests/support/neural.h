// What tests of the neural voice need: the model and the module, which a machine without a way to PyPI lacks.
#pragma once

#include <gtest/gtest.h>

#include <optional>

#include "speech/voice.h"
#include "tests/support/sanitizer.h"

namespace aloud::testing {

/// The voice "heart" as it is shipped; nothing where its model or OpenVINO is not installed.
inline std::optional<Voice> heart() {
    Complaints complaints;
    const VoiceLibrary voices(ALOUD_REPOSITORY);
    auto voice = voices.find("heart", {}, complaints);
    EXPECT_TRUE(complaints.errors().empty());
    return find_default_voice(voices).name == "heart" ? voice : std::nullopt;
}

}  // namespace aloud::testing

#define SKIP_WITHOUT_HEART() \
    SKIP_UNDER_SANITIZER();  \
    if (!aloud::testing::heart()) GTEST_SKIP() << "the neural voice is not installed: ./bootstrap build"
