// The store: a folder of blobs named by the hash of what made them. Written once, checksummed, safe with several
// builds at once; a damaged entry is a miss.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "store/key.h"

namespace aloud {

class Store {
  public:
    /// `root` is the `.aloud` folder; made when first written to.
    explicit Store(std::filesystem::path root);

    /// `kind` is a folder name: "takes", "frames", ... Nothing when absent or damaged. Throws Error on I/O errors.
    std::optional<std::string> read(std::string_view kind, const Key& key) const;
    /// True if an entry of this name is there (its checksum is not read).
    bool contains(std::string_view kind, const Key& key) const;
    /// Writes once: an entry that is already there and sound is left alone.
    void write(std::string_view kind, const Key& key, std::string_view bytes);
    /// Forgets an entry; absent is fine.
    void remove(std::string_view kind, const Key& key);
    const std::filesystem::path& root() const { return root_; }
    std::filesystem::path path_of(std::string_view kind, const Key& key) const;

  private:
    std::filesystem::path root_;
};

/// The right to make one key, held across threads and processes: whoever gets it looks into the store again first, so
/// nothing is made (or paid) twice. Released by the destructor, and by the kernel when the process dies.
class Claim {
  public:
    /// Blocks until the claim is free. Throws Error.
    Claim(const Store& store, const Key& key);
    ~Claim();
    Claim(Claim&& other) noexcept;
    Claim& operator=(Claim&&) = delete;

  private:
    int fd_ = -1;
};

}  // namespace aloud
