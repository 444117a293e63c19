#include "lib/yaml/front_matter.h"

#include <yaml-cpp/yaml.h>

namespace aloud {
namespace {

// Aliases let a few lines of YAML name millions of values: what is read stops here.
constexpr std::size_t most_values = 1000;

Json scalar(const YAML::Node& node) {
    return node.IsScalar() ? Json(node.Scalar()) : Json();
}

Json shallow(const YAML::Node& node) {
    if (node.IsSequence()) {
        Json list = Json::array();
        for (const YAML::Node& value : node)
            if (list.size() < most_values) list.push_back(scalar(value));
        return list;
    }
    if (node.IsMap()) {
        Json map = Json::object();
        for (const auto& entry : node)
            if (entry.first.IsScalar() && map.size() < most_values) map[entry.first.Scalar()] = scalar(entry.second);
        return map;
    }
    return scalar(node);
}

}  // namespace

std::vector<FrontValue> read_yaml_front_matter(std::string_view text, const std::filesystem::path& file,
                                               Complaints& complaints, int first_line) {
    std::vector<FrontValue> values;
    try {
        // yaml-cpp takes the end of the text for a missing quotation mark, but not the end of the document.
        const YAML::Node document = YAML::Load(std::string(text) + "\n...\n");
        if (document.IsNull()) return values;
        if (!document.IsMap()) {
            complaints.error({file, first_line, 1}, "the front matter must be a list of \"key: value\" lines");
            return values;
        }
        for (const auto& entry : document) {
            if (!entry.first.IsScalar()) continue;
            const YAML::Mark mark = entry.first.Mark();
            values.push_back({entry.first.Scalar(), shallow(entry.second), mark.line + first_line, mark.column + 1});
        }
    } catch (const YAML::Exception& error) {
        const int line = error.mark.is_null() ? first_line : error.mark.line + first_line;
        complaints.error({file, line, error.mark.is_null() ? 1 : error.mark.column + 1}, "front matter: " + error.msg);
        values.clear();
    }
    return values;
}

}  // namespace aloud
