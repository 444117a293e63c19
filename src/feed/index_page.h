// The show's own page: its episodes, newest first.
#pragma once

#include <string>

#include "feed/feed.h"

namespace aloud {

std::string index_page(const FeedInput& input);

}  // namespace aloud
