#include "speech/neural/model_file.h"

#include <gtest/gtest.h>

#include "speech/voice.h"
#include "store/key.h"
#include "tests/support/neural.h"
#include "tests/support/temp_folder.h"

namespace aloud {
namespace {

using testing::TempFolder;

constexpr const char* description =
    "kind = \"hibari\"\nlanguage = \"en\"\nrate = 24000\nlicence = \"CC0\"\npackage = \"none\"\n"
    "command = \"./bring it\"\n[files]\n";

/// A model whose two files hold these bytes, installed in a folder of the test's own.
NeuralModel model_with(const TempFolder& folder, const std::string& onnx, const std::string& vocab) {
    const auto file = folder.write("toy.toml", description + ("\"hibari.onnx\" = \"" + sha256_hex(onnx) + "\"\n") +
                                                   "\"vocab.json\" = \"" + sha256_hex(vocab) + "\"\n");
    Complaints complaints;
    NeuralModel model = read_neural_model(file, complaints);
    EXPECT_TRUE(complaints.errors().empty());
    model.folder = folder / "files";
    folder.write("files/hibari.onnx", onnx);
    folder.write("files/vocab.json", vocab);
    return model;
}

std::string complaint(const std::string& text) {
    const TempFolder folder;
    Complaints complaints;
    read_neural_model(folder.write("toy.toml", text), complaints);
    std::string all;
    for (const std::string& error : complaints.errors()) all += error + "\n";
    return all;
}

TEST(NeuralModel, IsReadStrictly) {
    EXPECT_NE(complaint("kind = \"other\"\n").find("one kind of model"), std::string::npos);
    EXPECT_NE(complaint(description).find("\"hibari.onnx\" is missing"), std::string::npos);
    EXPECT_NE(complaint(description + std::string("\"../x\" = \"00\"\n")).find("SHA-256"), std::string::npos);
    EXPECT_NE(complaint("colour = 1\n" + std::string(description)).find("unknown key \"colour\""), std::string::npos);
}

TEST(NeuralModel, SaysWhichCommandBringsAMissingFile) {
    const TempFolder folder;
    const NeuralModel model = model_with(folder, "network", "{}");
    EXPECT_EQ(installed_size(model), 9u);
    std::filesystem::remove(folder / "files/vocab.json");
    EXPECT_EQ(installed_size(model), 0u);
    try {
        require_installed(model);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("vocab.json is missing); ./bring it brings it"), std::string::npos)
            << error.what();
    }
}

TEST(NeuralModel, RefusesADamagedFile) {
    const TempFolder folder;
    const NeuralModel model = model_with(folder, "network", "{}");
    EXPECT_EQ(read_model_file(model, "hibari.onnx"), "network");
    folder.write("files/hibari.onnx", "netw0rk");
    EXPECT_THROW(read_model_file(model, "hibari.onnx"), InputError);
}

TEST(DefaultVoice, IsHeartWhereItIsInstalledElseEspeakWithAWarning) {
    const TempFolder project;
    const VoiceLibrary voices(project.path());
    const DefaultVoice chosen = find_default_voice(voices);
    EXPECT_EQ(chosen.name == "heart", chosen.warning.empty());
    // A project's own description of the model, whose files are nowhere.
    project.write("voices/heart.toml", "engine = \"neural\"\nmodel = \"toy\"\n");
    project.write("voices/models/toy.toml", description + ("\"hibari.onnx\" = \"" + std::string(64, 'a') + "\"\n") +
                                                "\"vocab.json\" = \"" + std::string(64, 'b') + "\"\n");
    const DefaultVoice instead = find_default_voice(voices);
    EXPECT_EQ(instead.name, "robin");
    EXPECT_NE(instead.warning.find("./bring it"), std::string::npos) << instead.warning;
}

}  // namespace
}  // namespace aloud
