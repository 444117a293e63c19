// Web and mail addresses in a text, and how they are said.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

struct Address {
    std::size_t begin = 0, end = 0;  ///< bytes
};

/// Bare addresses: http://…, https://…, www.…, name@host.tld; without the punctuation that follows them.
std::vector<Address> find_addresses(std::string_view text);

/// "link to example dot com", "someone at example dot com".
std::string say_address(std::string_view address);
/// All of it: "example dot com slash a slash b".
std::string say_address_in_full(std::string_view address);

}  // namespace aloud
