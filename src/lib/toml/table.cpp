#include "lib/toml/table.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <set>
#include <sstream>

#include "lib/toml/nesting.h"
#include "util/text.h"

namespace aloud {

struct TomlTable::State {
    std::shared_ptr<const toml::table> document;  ///< keeps what `table` points into
    const toml::table* table = nullptr;
    std::filesystem::path file;
    std::string name;  ///< "narration.pauses"; empty for the document
    int first_line = 1;
    Complaints* complaints = nullptr;
    std::set<std::string> known;
};

namespace {

/// Of one statement. Far beyond what anyone writes, far below what a thread's stack holds.
constexpr int deepest = 100;

const char* type_name(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table:
            return "a table";
        case toml::node_type::array:
            return "a list";
        case toml::node_type::string:
            return "a string";
        case toml::node_type::integer:
            return "a whole number";
        case toml::node_type::floating_point:
            return "a number";
        case toml::node_type::boolean:
            return "true or false";
        default:
            return "a date";
    }
}

std::string date_text(const toml::node& node) {
    std::ostringstream text;
    if (const auto* date = node.as_date()) text << date->get();
    if (const auto* time = node.as_time()) text << time->get();
    if (const auto* both = node.as_date_time()) text << both->get();
    return text.str();
}

/// parse() limits the depth of its input, so this recursion is bounded.
Json to_json(const toml::node& node) {
    if (const auto* table = node.as_table()) {
        Json json = Json::object();
        for (const auto& [key, value] : *table) json[std::string(key.str())] = to_json(value);
        return json;
    }
    if (const auto* array = node.as_array()) {
        Json json = Json::array();
        for (const toml::node& value : *array) json.push_back(to_json(value));
        return json;
    }
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* whole = node.as_integer()) return whole->get();
    if (const auto* number = node.as_floating_point()) return number->get();
    if (const auto* boolean = node.as_boolean()) return boolean->get();
    return date_text(node);
}

}  // namespace

TomlTable::TomlTable(std::shared_ptr<State> state) : state_(std::move(state)) {}

std::optional<TomlTable> TomlTable::parse(std::string_view text, const std::filesystem::path& file,
                                          Complaints& complaints, int first_line) {
    if (const auto fault = nests_deeper_than(text, deepest)) {
        complaints.error({file, fault->line + first_line - 1, fault->column},
                         fmt::format("tables and lists lie more than {} deep in each other here", deepest));
        return std::nullopt;
    }
    try {
        auto document = std::make_shared<const toml::table>(toml::parse(text));
        auto state = std::make_shared<State>();
        state->table = document.get();
        state->document = std::move(document);
        state->file = file;
        state->first_line = first_line;
        state->complaints = &complaints;
        return TomlTable(std::move(state));
    } catch (const toml::parse_error& error) {
        const auto at = error.source().begin;
        complaints.error({file, static_cast<int>(at.line) + first_line - 1, static_cast<int>(at.column)},
                         printable(error.description()));
        return std::nullopt;
    }
}

namespace {

/// The value of a key if it is of the node type `Node`; any other type is a complaint.
template <typename Node>
const Node* typed(TomlTable& table, const toml::table& values, const std::string& key, const char* wanted) {
    const toml::node* node = values.get(key);
    if (node == nullptr) return nullptr;
    const Node* value = node->as<typename Node::value_type>();
    if (value == nullptr) table.complain(key, fmt::format("\"{}\" must be {}, not {}", key, wanted, type_name(*node)));
    return value;
}

}  // namespace

std::optional<std::string> TomlTable::string(const std::string& key) {
    state_->known.insert(key);
    const auto* value = typed<toml::value<std::string>>(*this, *state_->table, key, "a string");
    return value != nullptr ? std::optional(value->get()) : std::nullopt;
}

std::optional<bool> TomlTable::boolean(const std::string& key) {
    state_->known.insert(key);
    const auto* value = typed<toml::value<bool>>(*this, *state_->table, key, "true or false");
    return value != nullptr ? std::optional(value->get()) : std::nullopt;
}

std::optional<std::int64_t> TomlTable::integer(const std::string& key) {
    state_->known.insert(key);
    const auto* value = typed<toml::value<std::int64_t>>(*this, *state_->table, key, "a whole number");
    return value != nullptr ? std::optional(value->get()) : std::nullopt;
}

std::optional<double> TomlTable::number(const std::string& key) {
    state_->known.insert(key);
    const toml::node* node = state_->table->get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto value = node->value<double>(); value && node->is_number()) return value;
    complain(key, fmt::format("\"{}\" must be a number, not {}", key, type_name(*node)));
    return std::nullopt;
}

std::optional<std::vector<std::string>> TomlTable::strings(const std::string& key) {
    state_->known.insert(key);
    const toml::node* node = state_->table->get(key);
    if (node == nullptr) return std::nullopt;
    const toml::array* array = node->as_array();
    std::vector<std::string> values;
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        const auto* text = array->get(i)->as_string();
        if (text == nullptr) {
            array = nullptr;
            break;
        }
        values.push_back(text->get());
    }
    if (array == nullptr) {
        complain(key, fmt::format("\"{}\" must be a list of strings", key));
        return std::nullopt;
    }
    return values;
}

std::optional<std::map<std::string, std::string>> TomlTable::string_map(const std::string& key) {
    auto inner = table(key);
    if (!inner) return std::nullopt;
    std::map<std::string, std::string> values;
    for (const std::string& name : inner->keys())
        if (const auto value = inner->string(name)) values[name] = *value;
    return values;
}

std::optional<TomlTable> TomlTable::table(const std::string& key) {
    state_->known.insert(key);
    const toml::node* node = state_->table->get(key);
    if (node == nullptr) return std::nullopt;
    const toml::table* inner = node->as_table();
    if (inner == nullptr) {
        complain(key, fmt::format("\"{}\" must be a table, not {}", key, type_name(*node)));
        return std::nullopt;
    }
    auto state = std::make_shared<State>(*state_);
    state->table = inner;
    state->known.clear();
    state->name = state_->name.empty() ? key : state_->name + "." + key;
    return TomlTable(std::move(state));
}

Json TomlTable::json(const std::string& key) {
    state_->known.insert(key);
    const toml::node* node = state_->table->get(key);
    return node != nullptr ? to_json(*node) : Json();
}

bool TomlTable::has(const std::string& key) const {
    return state_->table->contains(key);
}

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::string> names;
    for (const auto& [key, value] : *state_->table) names.emplace_back(key.str());
    return names;
}

SourcePlace TomlTable::place(const std::string& key) const {
    toml::source_position at = state_->table->source().begin;
    for (const auto& [name, value] : *state_->table)
        if (name.str() == key) at = name.source().begin;
    if (at.line == 0) return {state_->file, 0, 0};
    return {state_->file, static_cast<int>(at.line) + state_->first_line - 1, static_cast<int>(at.column)};
}

void TomlTable::complain(const std::string& key, const std::string& message) {
    state_->complaints->error(place(key), message);
}

void TomlTable::refuse_unknown() {
    const std::vector<std::string> candidates(state_->known.begin(), state_->known.end());
    for (const std::string& key : keys()) {
        if (state_->known.contains(key)) continue;
        std::string message = fmt::format("unknown key \"{}\"", printable(key));
        if (!state_->name.empty()) message += fmt::format(" in [{}]", state_->name);
        if (const auto meant = nearest(key, candidates)) message += fmt::format("; did you mean \"{}\"?", *meant);
        complain(key, message);
    }
}

}  // namespace aloud
