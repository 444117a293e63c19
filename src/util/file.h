// Reading and writing files. Outputs appear whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// Whole file as bytes. Throws Error naming the path and the reason.
std::string read_file(const std::filesystem::path& path);

/// A file that appears by rename on commit(): a reader sees the old file or the new one, never half of one. Without
/// commit() the destructor removes the temporary file. Temporary names are ".NAME.PID-N.tmp", beside the target.
class AtomicFile {
  public:
    /// Creates missing folders. Throws Error.
    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Where to write until commit(): for libraries that open files by name.
    const std::filesystem::path& temporary() const { return temporary_; }
    void write(std::string_view bytes);
    /// Syncs, closes and renames. Throws Error (disk full, say); then nothing was replaced.
    void commit();

  private:
    std::filesystem::path target_;
    std::filesystem::path temporary_;
    int fd_ = -1;
};

/// AtomicFile in one call.
void write_file(const std::filesystem::path& path, std::string_view bytes);
/// Like write_file, but leaves the file and its times alone when it already holds these bytes. True if it was written.
bool update_file(const std::filesystem::path& path, std::string_view bytes);
/// Removes "*.tmp" files of AtomicFile in this folder whose process is gone (after SIGKILL).
void sweep_temporaries(const std::filesystem::path& folder);

enum class Entries { files, all };  ///< all: folders and links to nothing too

/// Files of `folder` that match a pattern whose last part may hold * and ? ("issues/*.md"), sorted by name.
std::vector<std::filesystem::path> glob(const std::filesystem::path& folder, std::string_view pattern,
                                        Entries entries = Entries::files);

}  // namespace aloud
