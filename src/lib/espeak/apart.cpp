#include "lib/espeak/apart.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

#include "util/error.h"

namespace aloud {
namespace {

constexpr int failed = 1;  // exit code of a child whose work threw; what it sent last is the message

std::string reason_of(int code) {
    return std::generic_category().message(code);
}

class Pipe {
  public:
    Pipe() {
        if (::pipe2(ends_, O_CLOEXEC) != 0) throw Error("cannot make a pipe: " + reason_of(errno));
    }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    void close_end(int end) {
        if (ends_[end] >= 0) ::close(ends_[end]);
        ends_[end] = -1;
    }

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t count = ::write(ends_[1], bytes.data(), bytes.size());
            if (count < 0 && errno != EINTR) throw Error("cannot write: " + reason_of(errno));
            if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    std::string read_all() const {
        std::string all;
        char buffer[65536];
        for (;;) {
            const ssize_t count = ::read(ends_[0], buffer, sizeof buffer);
            if (count == 0) return all;
            if (count < 0 && errno != EINTR) throw Error("cannot read: " + reason_of(errno));
            if (count > 0) all.append(buffer, static_cast<std::size_t>(count));
        }
    }

  private:
    int ends_[2] = {-1, -1};
};

/// Never returns: what belongs to the parent (its threads, its files half written) is not the child's to tidy up.
[[noreturn]] void be_child(const Pipe& results, const Pipe& problems,
                           const std::function<void(const SendBytes&)>& work) {
    int code = 0;
    try {
        work([&](std::string_view bytes) { results.write(bytes); });
    } catch (const std::exception& error) {
        code = failed;
        try {
            problems.write(error.what());
        } catch (...) {
            code = failed;  // nobody listens any more
        }
    }
    ::_exit(code);
}

}  // namespace

std::string run_apart(const std::function<void(const SendBytes&)>& work) {
    Pipe results, problems;
    const pid_t child = ::fork();
    if (child < 0) throw Error("cannot start a process: " + reason_of(errno));
    if (child == 0) be_child(results, problems, work);
    results.close_end(1);
    problems.close_end(1);
    const auto wait_for_child = [child] {
        int status = 0;
        while (::waitpid(child, &status, 0) < 0)
            if (errno != EINTR) throw Error("cannot wait for a process: " + reason_of(errno));
        return status;
    };
    std::string bytes;
    try {
        bytes = results.read_all();
    } catch (...) {
        ::kill(child, SIGKILL);
        wait_for_child();
        throw;
    }
    const int status = wait_for_child();
    if (WIFSIGNALED(status)) throw Error(fmt::format("it crashed (signal {})", WTERMSIG(status)));
    if (WEXITSTATUS(status) != 0) throw Error(problems.read_all());
    return bytes;
}

}  // namespace aloud
