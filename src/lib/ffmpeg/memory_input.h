// Bytes in memory as an input of libavformat.
#pragma once

#include <string_view>

#include "lib/ffmpeg/handles.h"

namespace aloud {

/// Opens what the bytes are, whatever anyone called them; they must outlive it. Throws Error.
class MemoryInput {
  public:
    explicit MemoryInput(std::string_view bytes);
    ~MemoryInput();
    MemoryInput(const MemoryInput&) = delete;
    MemoryInput& operator=(const MemoryInput&) = delete;
    AVFormatContext* operator->() const { return format_.get(); }
    AVFormatContext* get() const { return format_.get(); }

  private:
    static int read(void* self, std::uint8_t* buffer, int size) noexcept;
    static std::int64_t seek(void* self, std::int64_t offset, int whence) noexcept;

    std::string_view bytes_;
    std::int64_t at_ = 0;
    AVIOContext* io_ = nullptr;
    InputHandle format_;
};

}  // namespace aloud
