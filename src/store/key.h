// Keys: SHA-256 over tagged fields. What a thing was made from is its name in the store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aloud {

/// 64 lower-case hex digits.
using Key = std::string;

/// SHA-256 of bytes, as 64 hex digits.
Key sha256_hex(std::string_view bytes);

/// Collects the fields of a key. Each field is hashed as tag length, tag, value length, value, so that fields cannot
/// run together. The fields stay readable: they are the answer to "why was this made?".
class KeyBuilder {
  public:
    /// `stage` names what is made; `version` is raised when the stage's code changes what comes out.
    KeyBuilder(std::string_view stage, int version);
    KeyBuilder& field(std::string_view tag, std::string_view value);
    KeyBuilder& field(std::string_view tag, std::int64_t value);
    KeyBuilder& field(std::string_view tag, double value);  ///< shortest form that reads back the same
    Key key() const;
    const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace aloud
