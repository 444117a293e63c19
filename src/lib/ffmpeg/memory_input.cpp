#include "lib/ffmpeg/memory_input.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "util/error.h"

namespace aloud {

MemoryInput::MemoryInput(std::string_view bytes) : bytes_(bytes) {
    ffmpeg_quiet();
    constexpr int buffer_size = 65536;
    auto* buffer = static_cast<unsigned char*>(av_malloc(buffer_size));
    io_ = avio_alloc_context(buffer, buffer_size, 0, this, &MemoryInput::read, nullptr, &MemoryInput::seek);
    AVFormatContext* format = avformat_alloc_context();
    if (io_ == nullptr || format == nullptr) throw Error("avformat_alloc_context failed");
    format->pb = io_;
    const int opened = avformat_open_input(&format, nullptr, nullptr, nullptr);  // frees the context when it fails
    if (opened < 0) {
        av_freep(&io_->buffer);
        avio_context_free(&io_);
        ffmpeg_check(opened, "these bytes are no audio or picture");
    }
    format_.reset(format);
    ffmpeg_check(avformat_find_stream_info(format, nullptr), "avformat_find_stream_info");
}

MemoryInput::~MemoryInput() {
    format_.reset();
    if (io_ == nullptr) return;
    av_freep(&io_->buffer);  // the context may have replaced the buffer that it was given
    avio_context_free(&io_);
}

int MemoryInput::read(void* self, std::uint8_t* buffer, int size) noexcept {
    auto* input = static_cast<MemoryInput*>(self);
    const auto left = static_cast<std::int64_t>(input->bytes_.size()) - input->at_;
    if (left <= 0) return AVERROR_EOF;
    const auto count = std::min<std::int64_t>(left, size);
    std::memcpy(buffer, input->bytes_.data() + input->at_, static_cast<std::size_t>(count));
    input->at_ += count;
    return static_cast<int>(count);
}

std::int64_t MemoryInput::seek(void* self, std::int64_t offset, int whence) noexcept {
    auto* input = static_cast<MemoryInput*>(self);
    const auto size = static_cast<std::int64_t>(input->bytes_.size());
    if ((whence & AVSEEK_SIZE) != 0) return size;
    const std::int64_t base = (whence & ~AVSEEK_FORCE) == SEEK_CUR   ? input->at_
                              : (whence & ~AVSEEK_FORCE) == SEEK_END ? size
                                                                     : 0;
    if (base + offset < 0 || base + offset > size) return AVERROR(EINVAL);
    return input->at_ = base + offset;
}

}  // namespace aloud
