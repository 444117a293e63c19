// Where the program's own data lies: voices and what else is installed with it.
#pragma once

#include <filesystem>

namespace aloud {

/// Beside an installed program (../share/aloud), else the source tree that it was built from.
std::filesystem::path share_folder();

}  // namespace aloud
