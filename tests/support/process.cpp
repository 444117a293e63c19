#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
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

[[noreturn]] void become(const Run& what, int in, int out, int err) {
    ::dup2(in, 0);
    ::dup2(out, 1);
    ::dup2(err, 2);
    if (!what.folder.empty() && ::chdir(what.folder.c_str()) != 0) ::_exit(126);
    for (const auto& [name, value] : what.environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> argv;
    for (const std::string& argument : what.arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execvp(argv[0], argv.data());
    ::_exit(127);
}

void note_end(Finished& finished, int status, const rusage& usage, std::chrono::steady_clock::time_point begin) {
    finished.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    finished.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    finished.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    finished.peak_kib = usage.ru_maxrss;
}

std::string all_of(int file) {
    struct stat status {};
    ::fstat(file, &status);
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::pread(file, text.data(), text.size(), 0))));
    return text;
}

}  // namespace

Child::Child(const Run& what) {
    const int in = ::memfd_create("in", MFD_CLOEXEC);
    out_ = ::memfd_create("out", MFD_CLOEXEC);
    err_ = ::memfd_create("err", MFD_CLOEXEC);
    if (in < 0 || out_ < 0 || err_ < 0 || ::write(in, what.input.data(), what.input.size()) < 0)
        throw std::runtime_error("memfd_create failed");
    ::lseek(in, 0, SEEK_SET);
    std::string name;
    if (what.terminal) {
        terminal_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        if (terminal_ < 0 || ::grantpt(terminal_) != 0 || ::unlockpt(terminal_) != 0)
            throw std::runtime_error("no terminal to be had");
        name = ::ptsname(terminal_);
    }
    pid_ = ::fork();
    if (pid_ == 0 && what.terminal) {
        ::setsid();  // the terminal that is opened next becomes this session's
        const int terminal = ::open(name.c_str(), O_RDWR);
        become(what, terminal, terminal, terminal);
    }
    if (pid_ == 0) become(what, in, out_, err_);
    ::close(in);
}

Child::~Child() {
    if (!ended_) {
        kill();
        collect(0);
    }
    for (const int file : {out_, err_, terminal_})
        if (file >= 0) ::close(file);
}

int Child::collect(int options) {
    if (ended_) return 1;
    int status = 0;
    rusage usage{};
    if (::wait4(pid_, &status, options, &usage) != pid_) return 0;
    ended_ = true;
    note_end(finished_, status, usage, begin_);
    finished_.out = all_of(out_);
    finished_.err = all_of(err_);
    return 1;
}

bool Child::runs() {
    std::array<char, 4096> shown;
    while (terminal_ >= 0 && ::read(terminal_, shown.data(), shown.size()) > 0) continue;
    return collect(WNOHANG) == 0;
}

void Child::kill() const {
    if (!ended_) ::kill(pid_, SIGKILL);
}

Finished Child::wait() {
    collect(0);
    return finished_;
}

Finished run(const Run& what) {
    Finished result;
    Pipe in, out, err;
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) become(what, in.ends[0], out.ends[1], err.ends[1]);
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
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    note_end(result, status, usage, begin);
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
