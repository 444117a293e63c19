#include "util/error.h"

#include <fmt/format.h>

#include <iterator>

namespace aloud {

std::string to_string(const SourcePlace& place) {
    std::string text = place.file.string();
    if (place.line > 0) text += fmt::format(":{}", place.line);
    if (place.line > 0 && place.column > 0) text += fmt::format(":{}", place.column);
    return text;
}

std::string full_message(const std::exception& error) {
    std::string text = error.what();
    try {
        std::rethrow_if_nested(error);
    } catch (const std::exception& inner) {
        text += ": " + full_message(inner);
    } catch (...) {
        text += ": unknown error";
    }
    return text;
}

std::string full_message(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& e) {
        return full_message(e);
    } catch (...) {
        return "unknown error";
    }
}

void rethrow_with(const std::string& doing) {
    try {
        throw;
    } catch (const Interrupted&) {
        throw;
    } catch (const InputError&) {
        std::throw_with_nested(InputError(doing));
    } catch (...) {
        std::throw_with_nested(Error(doing));
    }
}

void Complaints::error(const SourcePlace& place, const std::string& message) {
    const std::string at = to_string(place);
    errors_.push_back(at.empty() ? message : at + ": " + message);
}

void Complaints::warning(const SourcePlace& place, const std::string& message) {
    const std::string at = to_string(place);
    warnings_.push_back(at.empty() ? message : at + ": " + message);
}

void Complaints::soften() {
    warnings_.insert(warnings_.end(), errors_.begin(), errors_.end());
    errors_.clear();
}

void Complaints::checkpoint() const {
    if (errors_.empty()) return;
    std::string all = errors_.front();
    for (auto it = std::next(errors_.begin()); it != errors_.end(); ++it) all += "\n" + *it;
    throw InputError(all);
}

}  // namespace aloud
