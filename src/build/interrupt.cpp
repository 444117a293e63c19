#include "build/interrupt.h"

#include <csignal>

namespace aloud {
namespace {

volatile std::sig_atomic_t signal_came = 0;

extern "C" void remember_signal(int number) {
    if (signal_came != 0) {
        std::signal(number, SIG_DFL);
        std::raise(number);
        return;
    }
    signal_came = 1;
}

}  // namespace

void watch_for_interrupts() {
    struct sigaction action {};
    action.sa_handler = remember_signal;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A reader that went away (`aloud script | head`) is an error of write(), not the end of a build.
    std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() noexcept {
    return signal_came != 0;
}

}  // namespace aloud
