#include "speech/share_folder.h"

namespace aloud {

std::filesystem::path share_folder() {
    static const std::filesystem::path folder = [] {
        std::error_code error;
        const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
        const std::filesystem::path installed = program.parent_path().parent_path() / ALOUD_DATA_DIR;
        if (!error && std::filesystem::is_directory(installed / "voices", error)) return installed;
        return std::filesystem::path(ALOUD_SOURCE_DIR);
    }();
    return folder;
}

}  // namespace aloud
