#include "speech/plan_takes.h"

#include <gtest/gtest.h>

#include "tests/speech/fake_engine.h"
#include "util/text.h"

namespace aloud {
namespace {

using testing::FakeEngine;

Line line_of(const std::vector<std::string>& sentences) {
    Line line;
    line.language = "en";
    for (const std::string& text : sentences) line.sentences.push_back({text, text, "en"});
    return line;
}

std::vector<std::string> texts(const std::vector<TakePiece>& pieces) {
    std::vector<std::string> all;
    for (const TakePiece& piece : pieces) all.push_back(piece.text);
    return all;
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(PlanTakes, GivesAnEmbeddedEngineEachSentence) {
    const auto pieces = plan_takes(line_of({"One.", "", "Two."}), FakeEngine(true));
    EXPECT_EQ(texts(pieces), (std::vector<std::string>{"One.", "Two."}));
    EXPECT_EQ(pieces[1].sentences, std::vector<std::size_t>{2});
    EXPECT_EQ(pieces[1].places, std::vector<std::size_t>{0});
}

TEST(PlanTakes, GivesAServiceTheWholeLine) {
    const auto pieces = plan_takes(line_of({"One.", "Two.", "Three."}), FakeEngine());
    ASSERT_EQ(texts(pieces), std::vector<std::string>{"One. Two. Three."});
    EXPECT_EQ(pieces.front().sentences, (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(pieces.front().places, (std::vector<std::size_t>{0, 5, 10}));
}

TEST(PlanTakes, DividesBetweenSentencesAtTheLimitCountedInCharacters) {
    EXPECT_EQ(texts(plan_takes(line_of({"One.", "Two.", "Three."}), FakeEngine(false, 9))),
              (std::vector<std::string>{"One. Two.", "Three."}));
    EXPECT_EQ(texts(plan_takes(line_of({"你好。", "再见。"}), FakeEngine(false, 7))),
              std::vector<std::string>{"你好。 再见。"});
    EXPECT_EQ(texts(plan_takes(line_of({"你好。", "再见。"}), FakeEngine(false, 6))).size(), 2u);
}

TEST(PlanTakes, DividesALongSentenceAtAClauseElseAtAWordElseAnywhere) {
    const auto clauses = plan_takes(line_of({"This is long, and it goes on."}), FakeEngine(false, 20));
    EXPECT_EQ(texts(clauses), (std::vector<std::string>{"This is long,", "and it goes on."}));
    EXPECT_EQ(clauses[0].joint, Joint::clause);
    EXPECT_EQ(clauses[1].joint, Joint::sentence);
    EXPECT_EQ(clauses[1].sentences, std::vector<std::size_t>{0});
    EXPECT_EQ(texts(plan_takes(line_of({"one two three four"}), FakeEngine(false, 10))),
              (std::vector<std::string>{"one two", "three four"}));
    EXPECT_EQ(texts(plan_takes(line_of({"小红书小红书小"}), FakeEngine(false, 3))),
              (std::vector<std::string>{"小红书", "小红书", "小"}));
}

TEST(PlanTakes, LosesNothingAndStaysWithinTheLimit) {
    const std::string sentence = repeated("word and, 小红书; ", 500);
    std::string all;
    for (const TakePiece& piece : plan_takes(line_of({sentence, "End."}), FakeEngine(false, 100))) {
        EXPECT_LE(count_characters(piece.text), 100u);
        all += piece.text + " ";
    }
    EXPECT_EQ(collapse_spaces(all), collapse_spaces(sentence + " End."));
}

TEST(PlanTakes, TakesAVeryLongLineInItsStride) {
    const std::vector<std::string> many(40000, "A sentence of a few words.");
    EXPECT_EQ(plan_takes(line_of(many), FakeEngine()).size(), 1u);
    EXPECT_EQ(plan_takes(line_of({repeated("word ", 400000)}), FakeEngine(true)).size(), 1000u);
}

}  // namespace
}  // namespace aloud
