// The story of one run: parse the command line, run the command, one catch, an exit code.
//   0 done; 1 something failed; 2 bad usage or configuration; 130 interrupted.
#include <cstdio>
#include <exception>

#include "build/interrupt.h"
#include "command/arguments.h"
#include "util/error.h"
#include "util/text.h"

namespace {

int report(const std::exception& error, int code) {
    std::fprintf(stderr, "aloud: error: %s\n", aloud::printable(aloud::full_message(error)).c_str());
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        aloud::watch_for_interrupts();
        const aloud::Command command = aloud::parse_arguments(argc, argv);
        return command();
    } catch (const aloud::Interrupted&) {
        std::fputs("aloud: interrupted; what was complete is kept, the next run goes on from there\n", stderr);
        return 130;
    } catch (const aloud::InputError& error) {
        return report(error, 2);
    } catch (const std::exception& error) {
        return report(error, 1);
    }
}
