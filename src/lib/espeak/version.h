// The version of espeak-ng.
#pragma once

#include <string>

namespace aloud {

/// "espeak-ng 1.51"
std::string espeak_version_text();

}  // namespace aloud
