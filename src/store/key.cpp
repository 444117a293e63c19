#include "store/key.h"

#include <fmt/format.h>

#include "lib/ffmpeg/sha256.h"

namespace aloud {

Key sha256_hex(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.hex_digest();
}

KeyBuilder::KeyBuilder(std::string_view stage, int version) {
    field("stage", stage);
    field("version", static_cast<std::int64_t>(version));
}

KeyBuilder& KeyBuilder::field(std::string_view tag, std::string_view value) {
    fields_.emplace_back(tag, value);
    return *this;
}

KeyBuilder& KeyBuilder::field(std::string_view tag, std::int64_t value) {
    return field(tag, fmt::format("{}", value));
}

KeyBuilder& KeyBuilder::field(std::string_view tag, double value) {
    return field(tag, fmt::format("{}", value));
}

Key KeyBuilder::key() const {
    Sha256 hash;
    for (const auto& [tag, value] : fields_)
        hash.update(fmt::format("{}:{}{}:{}", tag.size(), tag, value.size(), value));
    return hash.hex_digest();
}

}  // namespace aloud
