// What cannot run under AddressSanitizer.
#pragma once

#include <gtest/gtest.h>

/// OpenVINO's threads are loaded with RTLD_DEEPBIND, which AddressSanitizer refuses: `./bootstrap test` runs these on
/// the plain build.
#ifdef __SANITIZE_ADDRESS__
#define SKIP_UNDER_SANITIZER() GTEST_SKIP() << "OpenVINO cannot be loaded under AddressSanitizer; see the plain build"
#else
#define SKIP_UNDER_SANITIZER() static_cast<void>(0)
#endif
