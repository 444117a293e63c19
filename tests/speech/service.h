// Services and voices for tests, and a clock that only counts.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "speech/retry.h"
#include "speech/service_file.h"
#include "speech/voice.h"
#include "util/file.h"

namespace aloud::testing {

inline constexpr const char* secret = "sk-test-0123456789abcdef";

/// The shipped description of OpenAI, asked at another address; its key is read from ALOUD_TEST_KEY.
inline Service openai_at(const std::string& base_url) {
    Complaints complaints;
    auto service = read_service(std::filesystem::path(ALOUD_REPOSITORY) / "voices/services/openai.toml", complaints);
    EXPECT_TRUE(service && complaints.errors().empty());
    service->base_url = base_url;
    service->keys = {{"key", "ALOUD_TEST_KEY"}};
    ::setenv("ALOUD_TEST_KEY", secret, 1);
    return *service;
}

inline Voice voice_of(const Service& service) {
    Voice voice;
    voice.name = "host";
    voice.engine = "service";
    voice.voice = "onyx";
    voice.language = "en";
    voice.model = "gpt-4o-mini-tts";
    voice.service = service;
    return voice;
}

/// Waiting takes no time, it is only written down; chance always gives one half.
struct CountingClock {
    std::vector<std::chrono::milliseconds> waits = {};
    std::chrono::sys_seconds start{std::chrono::seconds{1767225600}};  // 2026-01-01

    std::chrono::sys_seconds now() const {
        std::chrono::milliseconds passed{0};
        for (const auto wait : waits) passed += wait;
        return start + std::chrono::floor<std::chrono::seconds>(passed);
    }
    RetryClock clock() {
        return {[this](std::chrono::milliseconds wait) { waits.push_back(wait); }, [] { return 0.5; },
                [this] { return now(); }};
    }
};

/// What speak() threw, in full; empty if it did not.
inline std::string failure_of(const std::function<void()>& action) {
    try {
        action();
        return {};
    } catch (const std::exception& error) {
        return full_message(error);
    }
}

}  // namespace aloud::testing
