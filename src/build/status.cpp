#include "build/status.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "util/text.h"

namespace aloud {
namespace {

bool is_terminal(std::FILE* stream) {
    const char* term = std::getenv("TERM");
    return ::isatty(::fileno(stream)) != 0 && term != nullptr && std::string_view(term) != "dumb";
}

std::size_t terminal_width(std::FILE* stream) {
    struct winsize size {};
    if (::ioctl(::fileno(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

std::string clock_time(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

Status::Status(std::FILE* stream, Detail detail)
    : stream_(stream), detail_(detail), terminal_(is_terminal(stream)), begin_(std::chrono::steady_clock::now()) {
    const char* no_colour = std::getenv("NO_COLOR");  // no-color.org
    colour_ = terminal_ && (no_colour == nullptr || *no_colour == '\0');
}

Status::~Status() {
    finish();
}

void Status::plan_takes(std::size_t count) {
    const std::lock_guard lock(mutex_);
    takes_total_ += count;
}

void Status::take_done(bool made, double seconds, double cost_usd) {
    const std::lock_guard lock(mutex_);
    ++takes_done_;
    if (made) speech_seconds_ += seconds;
    cost_usd_ += cost_usd;
    draw();
}

void Status::stage(const std::string& episode, const std::string& name) {
    const std::lock_guard lock(mutex_);
    stage_ = name + " " + episode;
    if (!terminal_ && detail_ == Detail::verbose) put(stage_);
    last_draw_ = {};
    draw();
}

void Status::line(const std::string& text) {
    if (detail_ == Detail::quiet) return;
    const std::lock_guard lock(mutex_);
    put(text);
}

void Status::note(const std::string& text) {
    if (detail_ != Detail::verbose) return;
    const std::lock_guard lock(mutex_);
    put(text);
}

void Status::warning(const std::string& text) {
    const std::lock_guard lock(mutex_);
    put(text, colour_ ? "\x1b[33mwarning:\x1b[0m " : "warning: ");
}

void Status::error(const std::string& text) {
    const std::lock_guard lock(mutex_);
    put(text, colour_ ? "\x1b[31merror:\x1b[0m " : "error: ");
}

void Status::finish() {
    const std::lock_guard lock(mutex_);
    wipe();
    std::fflush(stream_);
}

void Status::put(const std::string& text, std::string_view label) {
    wipe();
    std::fputs((std::string(label) + printable(text) + "\n").c_str(), stream_);
    std::fflush(stream_);
}

void Status::draw() {
    if (!terminal_ || detail_ == Detail::quiet) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_draw_ < std::chrono::milliseconds(50)) return;
    last_draw_ = now;
    const double spent = std::chrono::duration<double>(now - begin_).count();
    std::string text = fmt::format("[{}/{}] {}", takes_done_, takes_total_, printable(stage_));
    if (speech_seconds_ > 0) text += fmt::format("  {:.0f}x real time", speech_seconds_ / std::max(spent, 0.001));
    if (cost_usd_ > 0) text += fmt::format("  ${:.2f}", cost_usd_);
    if (takes_done_ > 0 && takes_done_ < takes_total_) {
        const double left = spent * static_cast<double>(takes_total_ - takes_done_) / static_cast<double>(takes_done_);
        text += "  " + clock_time(left) + " left";
    }
    const std::size_t width = terminal_width(stream_) - 1;
    std::fputs(("\r" + std::string(cut_to_bytes(text, width)) + "\x1b[K").c_str(), stream_);
    std::fflush(stream_);
    drawn_ = true;
}

void Status::wipe() {
    if (drawn_) std::fputs("\r\x1b[K", stream_);
    drawn_ = false;
}

}  // namespace aloud
