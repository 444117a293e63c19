#include "store/store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include "util/error.h"
#include "util/file.h"

namespace aloud {
namespace {

// An entry is: this line, the payload's SHA-256 in hex, a newline, the payload.
constexpr std::string_view magic = "aloud-blob-1\n";
constexpr std::size_t header_size = magic.size() + 64 + 1;

/// The folder says what it is to backup programs (bford.info/cachedir) and to git.
void mark_root(const std::filesystem::path& root) {
    const std::filesystem::path ignore = root / ".gitignore";
    if (std::filesystem::exists(ignore)) return;
    sweep_temporaries(root);
    write_file(ignore, "*\n");
}

}  // namespace

Store::Store(std::filesystem::path root) : root_(std::move(root)) {}

std::filesystem::path Store::path_of(std::string_view kind, const Key& key) const {
    return root_ / kind / key.substr(0, 2) / key.substr(2);
}

bool Store::contains(std::string_view kind, const Key& key) const {
    std::error_code error;
    return std::filesystem::is_regular_file(path_of(kind, key), error);
}

std::optional<std::string> Store::read(std::string_view kind, const Key& key) const {
    const std::filesystem::path path = path_of(kind, key);
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
    std::string bytes = read_file(path);
    if (bytes.size() < header_size || !bytes.starts_with(magic)) return std::nullopt;
    const std::string checksum = bytes.substr(magic.size(), 64);
    bytes.erase(0, header_size);
    if (sha256_hex(bytes) != checksum) return std::nullopt;
    return bytes;
}

void Store::write(std::string_view kind, const Key& key, std::string_view bytes) {
    if (contains(kind, key) && read(kind, key)) return;
    mark_root(root_);
    // A build that was killed while it wrote this entry left something. Swept before, not after: who dies in between
    // leaves the entry unwritten, and the next one comes here again.
    sweep_temporaries(path_of(kind, key).parent_path());
    AtomicFile file(path_of(kind, key));
    file.write(magic);
    file.write(sha256_hex(bytes));
    file.write("\n");
    file.write(bytes);
    file.commit();
}

void Store::remove(std::string_view kind, const Key& key) {
    std::filesystem::remove(path_of(kind, key));
}

Claim::Claim(const Store& store, const Key& key) {
    // One lock file for all keys: a claim locks one byte of it, whose offset comes from the key. Two keys that share an
    // offset only wait for each other. Locks of an open file description hold between threads as well as processes.
    std::error_code error;
    std::filesystem::create_directories(store.root(), error);
    const std::filesystem::path path = store.root() / "claims";
    fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (fd_ < 0) throw Error(fmt::format("cannot open {}: {}", path.string(), std::generic_category().message(errno)));
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = static_cast<off_t>(std::stoull(key.substr(0, 15), nullptr, 16));
    lock.l_len = 1;
    while (::fcntl(fd_, F_OFD_SETLKW, &lock) != 0) {
        if (errno == EINTR) continue;
        const int reason = errno;
        ::close(std::exchange(fd_, -1));
        throw Error(fmt::format("cannot lock {}: {}", path.string(), std::generic_category().message(reason)));
    }
}

Claim::~Claim() {
    if (fd_ >= 0) ::close(fd_);
}

Claim::Claim(Claim&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

}  // namespace aloud
