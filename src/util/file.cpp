#include "util/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <system_error>

#include "util/error.h"

namespace aloud {
namespace {

[[noreturn]] void fail(std::string_view doing, const std::filesystem::path& path) {
    throw Error(fmt::format("{} {}: {}", doing, path.string(), std::generic_category().message(errno)));
}

/// Closes on every way out.
struct Descriptor {
    int fd;
    explicit Descriptor(int descriptor) : fd(descriptor) {}
    ~Descriptor() {
        if (fd >= 0) ::close(fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
};

bool matches(std::string_view name, std::string_view pattern) {
    // Greedy match with one point to go back to: linear for one star, and never recursive.
    std::size_t n = 0, p = 0, star = std::string_view::npos, resume = 0;
    while (n < name.size()) {
        if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n]) && pattern[p] != '*') {
            ++n;
            ++p;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

constexpr std::string_view temporary_ending = ".tmp";

}  // namespace

std::string read_file(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.fd < 0) fail("cannot open", path);
    struct stat status {};
    if (::fstat(file.fd, &status) != 0) fail("cannot read", path);
    std::string bytes;
    if (S_ISREG(status.st_mode)) bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
    std::size_t used = 0;
    while (true) {
        const std::size_t room = std::max<std::size_t>(bytes.capacity() - used, 65536);
        bytes.resize(used + room);
        const ssize_t got = ::read(file.fd, bytes.data() + used, room);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("cannot read", path);
        used += static_cast<std::size_t>(got);
        if (got == 0) break;
    }
    bytes.resize(used);
    return bytes;
}

AtomicFile::AtomicFile(std::filesystem::path target) : target_(std::move(target)) {
    static std::atomic<unsigned> counter{0};
    const std::filesystem::path folder = target_.parent_path();
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (error) throw Error(fmt::format("cannot make folder {}: {}", folder.string(), error.message()));
    temporary_ =
        folder / fmt::format(".{}.{}-{}{}", target_.filename().string(), ::getpid(), ++counter, temporary_ending);
    fd_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd_ < 0) fail("cannot write", temporary_);
    ::flock(fd_, LOCK_EX | LOCK_NB);  // tells a sweeper that someone still writes here; gone with the process
}

AtomicFile::~AtomicFile() {
    if (fd_ < 0) return;
    ::close(fd_);
    ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd_, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) fail("cannot write", temporary_);
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
}

void AtomicFile::commit() {
    // A library may have replaced the file by name, so what counts is what the name holds now.
    const Descriptor written(::open(temporary_.c_str(), O_RDONLY | O_CLOEXEC));
    if (written.fd < 0 || ::fsync(written.fd) != 0) fail("cannot write", temporary_);
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("cannot replace", target_);
    ::close(fd_);
    fd_ = -1;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

bool update_file(const std::filesystem::path& path, std::string_view bytes) {
    std::error_code error;
    if (std::filesystem::file_size(path, error) == bytes.size() && !error && read_file(path) == bytes) return false;
    write_file(path, bytes);
    return true;
}

void sweep_temporaries(const std::filesystem::path& folder) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.front() != '.' || !name.ends_with(temporary_ending)) continue;
        const std::size_t dash = name.rfind('-');
        const std::size_t dot = name.rfind('.', dash);
        if (dash == std::string::npos || dot == std::string::npos) continue;
        int process = 0;
        const auto [end, parse_error] = std::from_chars(name.data() + dot + 1, name.data() + dash, process);
        if (parse_error != std::errc() || end != name.data() + dash || process <= 0) continue;
        if (::kill(process, 0) == 0 || errno != ESRCH) continue;
        // Another container counts its processes anew, but sees the same locks.
        const Descriptor file(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC));
        const bool locked = file.fd >= 0 && ::flock(file.fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        if (!locked) std::filesystem::remove(entry.path(), error);
    }
}

std::vector<std::filesystem::path> glob(const std::filesystem::path& folder, std::string_view pattern,
                                        Entries entries) {
    const std::filesystem::path asked(pattern);
    const std::filesystem::path where = folder / asked.parent_path();
    const std::string last = asked.filename().string();
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(where, error)) {
        const std::string name = entry.path().filename().string();
        if (name.front() == '.' || !matches(name, last)) continue;
        if (entries == Entries::all || entry.is_regular_file(error)) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace aloud
