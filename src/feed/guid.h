// Identifiers that stay: UUIDs of version 5 (RFC 4122).
#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// Name-based UUID; `space` is a UUID in its usual form. Throws Error if it is not.
std::string uuid5(std::string_view space, std::string_view name);

/// podcast:guid of a feed's address (Podcasting 2.0, guid): without scheme and trailing slashes.
std::string podcast_guid(std::string_view feed_url);

/// An episode's guid, from what does not change: the letter's own link and the slug.
std::string episode_guid(std::string_view show_link, std::string_view slug);

}  // namespace aloud
