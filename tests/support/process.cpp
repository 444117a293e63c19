#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

namespace aloud::testing {
namespace {

struct Pipe {
    std::array<int, 2> ends{};
    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
    }
};

[[noreturn]] void become(const Run& what, const Pipe& in, const Pipe& out, const Pipe& err) {
    ::dup2(in.ends[0], 0);
    ::dup2(out.ends[1], 1);
    ::dup2(err.ends[1], 2);
    if (!what.folder.empty() && ::chdir(what.folder.c_str()) != 0) ::_exit(126);
    for (const auto& [name, value] : what.environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> argv;
    for (const std::string& argument : what.arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execvp(argv[0], argv.data());
    ::_exit(127);
}

}  // namespace

Finished run(const Run& what) {
    Finished result;
    Pipe in, out, err;
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) become(what, in, out, err);
    ::close(in.ends[0]);
    ::close(out.ends[1]);
    ::close(err.ends[1]);
    ::signal(SIGPIPE, SIG_IGN);
    if (!what.input.empty() && ::write(in.ends[1], what.input.data(), what.input.size()) < 0)
        result.err += "(input was not read)\n";
    ::close(in.ends[1]);

    std::array<pollfd, 2> streams = {pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
    std::array<std::string*, 2> texts = {&result.out, &result.err};
    bool killed = !what.kill_after.has_value();
    while (streams[0].fd >= 0 || streams[1].fd >= 0) {
        timespec wait{0, 0};
        if (!killed) {
            const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(
                *what.kill_after - (std::chrono::steady_clock::now() - begin));
            if (left.count() <= 0) {
                ::kill(child, what.signal);
                killed = true;
            } else {
                wait = {static_cast<time_t>(left.count() / 1000000000), static_cast<long>(left.count() % 1000000000)};
            }
        }
        if (::ppoll(streams.data(), streams.size(), killed ? nullptr : &wait, nullptr) <= 0) continue;
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (streams[i].fd < 0 || streams[i].revents == 0) continue;
            std::array<char, 65536> buffer;
            const ssize_t got = ::read(streams[i].fd, buffer.data(), buffer.size());
            if (got > 0) {
                texts[i]->append(buffer.data(), static_cast<std::size_t>(got));
            } else {
                ::close(streams[i].fd);
                streams[i].fd = -1;
            }
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

bool on_path(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (::access((folder + "/" + program).c_str(), X_OK) == 0) return true;
    return false;
}

}  // namespace aloud::testing
