// toml++, the only place that includes it: tables read strictly, every mistake with path:line:column.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/json/json.h"
#include "util/error.h"

namespace aloud {

/// A table of a TOML file. Each getter marks its key as known; a wrong type is a complaint and reads as unset.
class TomlTable {
  public:
    /// `first_line` is the file's line on which `text` begins (front matter). Bad TOML is a complaint; then nothing.
    static std::optional<TomlTable> parse(std::string_view text, const std::filesystem::path& file,
                                          Complaints& complaints, int first_line = 1);

    std::optional<std::string> string(const std::string& key);
    std::optional<bool> boolean(const std::string& key);
    std::optional<std::int64_t> integer(const std::string& key);
    std::optional<double> number(const std::string& key);  ///< integer or float
    std::optional<std::vector<std::string>> strings(const std::string& key);
    std::optional<std::map<std::string, std::string>> string_map(const std::string& key);
    std::optional<TomlTable> table(const std::string& key);
    /// The value as JSON (dates as text), null when unset: for templates.
    Json json(const std::string& key);

    bool has(const std::string& key) const;
    std::vector<std::string> keys() const;
    /// Where the key (or, unset, the table) stands.
    SourcePlace place(const std::string& key = {}) const;
    void complain(const std::string& key, const std::string& message);
    /// A complaint for each key that no getter asked for: `unknown key "voise" in [narration]; did you mean "voice"?`
    void refuse_unknown();

  private:
    struct State;
    explicit TomlTable(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

}  // namespace aloud
