#include "show/categories.h"

#include <string_view>
#include <utility>

#include "util/text.h"

namespace aloud {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;  // category, subcategories separated by ';'

constexpr Entry table[] = {
    {"Arts", "Books;Design;Fashion & Beauty;Food;Performing Arts;Visual Arts"},
    {"Business", "Careers;Entrepreneurship;Investing;Management;Marketing;Non-Profit"},
    {"Comedy", "Comedy Interviews;Improv;Stand-Up"},
    {"Education", "Courses;How To;Language Learning;Self-Improvement"},
    {"Fiction", "Comedy Fiction;Drama;Science Fiction"},
    {"Government", ""},
    {"History", ""},
    {"Health & Fitness", "Alternative Health;Fitness;Medicine;Mental Health;Nutrition;Sexuality"},
    {"Kids & Family", "Education for Kids;Parenting;Pets & Animals;Stories for Kids"},
    {"Leisure", "Animation & Manga;Automotive;Aviation;Crafts;Games;Hobbies;Home & Garden;Video Games"},
    {"Music", "Music Commentary;Music History;Music Interviews"},
    {"News", "Business News;Daily News;Entertainment News;News Commentary;Politics;Sports News;Tech News"},
    {"Religion & Spirituality", "Buddhism;Christianity;Hinduism;Islam;Judaism;Religion;Spirituality"},
    {"Science",
     "Astronomy;Chemistry;Earth Sciences;Life Sciences;Mathematics;Natural Sciences;Nature;Physics;Social Sciences"},
    {"Society & Culture", "Documentary;Personal Journals;Philosophy;Places & Travel;Relationships"},
    {"Sports",
     "Baseball;Basketball;Cricket;Fantasy Sports;Football;Golf;Hockey;Rugby;Running;Soccer;Swimming;Tennis;Volleyball;"
     "Wilderness;Wrestling"},
    {"Technology", ""},
    {"True Crime", ""},
    {"TV & Film", "After Shows;Film History;Film Interviews;Film Reviews;TV Reviews"},
};

std::vector<std::string> all_categories() {
    std::vector<std::string> all;
    for (const auto& [category, inner] : table) {
        all.emplace_back(category);
        if (inner.empty()) continue;
        for (const std::string& name : split(inner, ';')) all.push_back(std::string(category) + " > " + name);
    }
    return all;
}

}  // namespace

bool is_category(const std::string& text) {
    for (const std::string& known : all_categories())
        if (known == text) return true;
    return false;
}

std::optional<std::string> nearest_category(const std::string& text) {
    const std::vector<std::string> all = all_categories();
    for (const std::string& known : all)
        if (to_lower(known) == to_lower(text) || known.ends_with(" > " + text)) return known;
    return nearest(text, all);
}

}  // namespace aloud
