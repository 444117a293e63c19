#include "speech/neural/model_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "lib/openvino/network.h"
#include "lib/toml/table.h"
#include "speech/share_folder.h"
#include "store/key.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

bool is_sha256(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool is_file_name(const std::string& name) {
    return !name.empty() && name.front() != '.' && name.find('/') == std::string::npos;
}

std::filesystem::path folder_of(const std::string& name) {
    std::error_code error;
    const std::filesystem::path installed = share_folder() / "models" / name;
    if (std::filesystem::is_directory(installed, error)) return installed;
    return share_folder() / "build/models" / name;
}

}  // namespace

NeuralModel read_neural_model(const std::filesystem::path& file, Complaints& complaints) {
    NeuralModel model;
    model.name = file.stem().string();
    model.folder = folder_of(model.name);
    auto parsed = TomlTable::parse(read_file(file), file, complaints);
    if (!parsed) return model;
    TomlTable& table = *parsed;
    const auto required = [&](const char* key) {
        const auto value = table.string(key);
        if (!value) table.complain(key, fmt::format("\"{}\" is missing", key));
        return value.value_or("");
    };
    model.kind = required("kind");
    if (!model.kind.empty() && model.kind != "hibari")
        table.complain("kind", "this version knows one kind of model: \"hibari\"");
    model.language = required("language");
    model.rate = static_cast<int>(table.integer("rate").value_or(0));
    if (model.rate != 24000) table.complain("rate", "a model of this kind has rate = 24000");
    model.licence = required("licence");
    model.package = required("package");
    model.command = required("command");
    model.files = table.string_map("files").value_or(std::map<std::string, std::string>());
    for (const auto& [name, hash] : model.files)
        if (!is_file_name(name) || !is_sha256(hash))
            table.complain("files", fmt::format("\"{}\": a file name and its SHA-256 in hexadecimal", printable(name)));
    for (const char* name : {"hibari.onnx", "vocab.json"})
        if (model.kind == "hibari" && !model.files.contains(name))
            table.complain("files", fmt::format("the file \"{}\" is missing", name));
    table.refuse_unknown();
    return model;
}

std::uintmax_t installed_size(const NeuralModel& model) {
    std::uintmax_t size = 0;
    for (const auto& [name, hash] : model.files) {
        std::error_code error;
        const std::uintmax_t bytes = std::filesystem::file_size(model.folder / name, error);
        if (error) return 0;
        size += bytes;
    }
    return size;
}

void require_installed(const NeuralModel& model) {
    std::error_code error;
    for (const auto& [name, hash] : model.files)
        if (!std::filesystem::is_regular_file(model.folder / name, error))
            throw InputError(fmt::format("the model \"{}\" is not installed ({} is missing); {} brings it", model.name,
                                         (model.folder / name).string(), model.command));
    if (!has_network_module())
        throw InputError(
            fmt::format("this program was built without OpenVINO, which runs the model \"{}\"; {} brings it",
                        model.name, model.command));
}

std::string read_model_file(const NeuralModel& model, const std::string& name) {
    const std::filesystem::path path = model.folder / name;
    std::string bytes = read_file(path);
    if (sha256_hex(bytes) != model.files.at(name))
        throw InputError(
            fmt::format("{} is damaged or of another version (its SHA-256 is not that of {}); remove it, "
                        "then {} brings it again",
                        path.string(), model.package, model.command));
    return bytes;
}

}  // namespace aloud
