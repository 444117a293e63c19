#include "show/categories.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(Categories, AreApplesCaseSensitive) {
    for (const char* known :
         {"Technology", "True Crime", "TV & Film", "News > Tech News", "Religion & Spirituality > Religion",
          "Sports > Wrestling", "Health & Fitness > Sexuality", "Business > Non-Profit"})
        EXPECT_TRUE(is_category(known)) << known;
    for (const char* unknown :
         {"", "technology", "Tech News", "News>Tech News", "News > Tech news", "Technology > Podcasting",
          "Games & Hobbies", "Technology ", "News > Tech News > More", "TV &amp; Film"})
        EXPECT_FALSE(is_category(unknown)) << unknown;
}

TEST(Categories, AreSuggestedByCaseByPartAndByDistance) {
    EXPECT_EQ(nearest_category("NEWS > TECH NEWS"), "News > Tech News");
    EXPECT_EQ(nearest_category("Language Learning"), "Education > Language Learning");
    EXPECT_EQ(nearest_category("Technlogy"), "Technology");
    EXPECT_EQ(nearest_category("TV and Film"), std::nullopt);
    EXPECT_EQ(nearest_category(""), std::nullopt);
}

}  // namespace
}  // namespace aloud
