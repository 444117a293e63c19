// voices/models/NAME.toml: what a neural model is and which files it has. The files lie in models/NAME of the share
// folder, or of build/ in the source tree, where `./bootstrap build` puts them.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "util/error.h"

namespace aloud {

struct NeuralModel {
    std::string name;  ///< the description's file name without ending
    std::string kind;  ///< "hibari": how its tensors are to be understood
    std::string language;
    int rate = 0;  ///< samples a second
    std::string licence;
    std::string package;                       ///< where it comes from, for people
    std::string command;                       ///< that brings it
    std::map<std::string, std::string> files;  ///< name -> SHA-256
    std::filesystem::path folder;              ///< where the files are, or would be
};

/// Mistakes are complaints.
NeuralModel read_neural_model(const std::filesystem::path& file, Complaints& complaints);

/// Bytes of all files together; 0 when one is missing.
std::uintmax_t installed_size(const NeuralModel& model);

/// Throws InputError naming what is missing, a file or the module that runs it, and the command that brings it. Reads
/// and loads nothing.
void require_installed(const NeuralModel& model);

/// A file's bytes. Throws InputError when they are not those of the description.
std::string read_model_file(const NeuralModel& model, const std::string& name);

}  // namespace aloud
