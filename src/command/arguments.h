// The command line: which command, with what.
#pragma once

#include <functional>

namespace aloud {

/// Runs the command; returns the exit code.
using Command = std::function<int()>;

/// Reads the arguments. --help and --version print and give a command that does nothing. Throws InputError.
Command parse_arguments(int argc, char** argv);

}  // namespace aloud
