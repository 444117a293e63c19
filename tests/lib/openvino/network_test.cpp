#include "lib/openvino/network.h"

#include <gtest/gtest.h>

#include "tests/support/sanitizer.h"
#include "util/error.h"

namespace aloud {
namespace {

TEST(Network, SaysWhatIsWrongWithAFileThatIsNone) {
    SKIP_UNDER_SANITIZER();
    if (!has_network_module()) GTEST_SKIP() << "built without OpenVINO: ./bootstrap build";
    EXPECT_THROW(open_network({"", {}, 1}), Error);
    EXPECT_THROW(open_network({"this is no network", {}, 1}), Error);
    EXPECT_THROW(open_network({"this is no network", {}, 1}, "nor is this"), Error);
}

TEST(Network, KnowsItsPlatform) {
    SKIP_UNDER_SANITIZER();
    if (!has_network_module()) GTEST_SKIP() << "built without OpenVINO: ./bootstrap build";
    EXPECT_FALSE(network_platform().empty());
    EXPECT_EQ(network_platform(), network_platform());
}

}  // namespace
}  // namespace aloud
