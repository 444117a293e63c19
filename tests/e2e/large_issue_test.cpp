// Empty, large, deep and hostile issues through the program: time and memory in proportion to their size.
#include <gtest/gtest.h>

#include <functional>

#include "tests/e2e/letter.h"

namespace aloud {
namespace {

using testing::Child;
using testing::Finished;
using testing::Letter;

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

/// `aloud script`, or another command, on one issue with this text.
Finished run_on(const std::string& text, const std::vector<std::string>& words = {"script"}) {
    const Letter letter;
    letter.issue("2026-01-05-large.md", text);
    std::vector<std::string> arguments = {words.front(), letter.show().string()};
    if (words.front() == "script") arguments.emplace_back("2026-01-05-large");
    arguments.insert(arguments.end(), words.begin() + 1, words.end());
    Child child(letter.command(arguments));
    Finished done = child.wait();
    EXPECT_EQ(done.code, 0) << done.err.substr(0, 2000);
    return done;
}

/// Twice as much takes about twice as long and twice the memory: with room for a busy machine, and none for squares
/// (which would take four times).
void expect_proportional(const std::function<std::string(std::size_t)>& text, std::size_t size,
                         const std::vector<std::string>& words = {"script"}) {
    const Finished half = run_on(text(size / 2), words), whole = run_on(text(size), words);
    EXPECT_LT(whole.cpu_seconds, 2.8 * half.cpu_seconds + 0.3) << half.cpu_seconds;
    EXPECT_LT(whole.peak_kib, 26 * half.peak_kib / 10) << half.peak_kib;
    EXPECT_LT(whole.cpu_seconds, 20) << "far more than any needs, far less than a square";
}

std::string words_of(std::size_t count) {
    return repeated(repeated("Some words make a sentence here. Others follow, and again. ", 10) + "\n\n", count / 100);
}

TEST(LargeIssue, OfTwoHundredThousandWordsIsNarrated) {
    expect_proportional(words_of, 200000);
    expect_proportional(words_of, 200000, {"build", "--dry-run"});
}

TEST(LargeIssue, InOneParagraphIsNarrated) {
    expect_proportional([](std::size_t n) { return repeated("Some words make a sentence here. ", n); }, 40000);
    expect_proportional([](std::size_t n) { return repeated("word ", n); }, 200000);
}

TEST(DeepIssue, IsNarrated) {
    const auto divs = [](std::size_t n) { return repeated("<div>\n", n) + "\nDeep.\n"; };
    expect_proportional(divs, 10000);
    expect_proportional([](std::size_t n) { return repeated("<b>", n) + "deep"; }, 10000);
    expect_proportional(
        [&](std::size_t n) { return "<!-- aloud: skip -->\n\n" + divs(n) + "\n<!-- aloud: end -->\n\nEnd."; }, 10000);
    run_on(repeated(">", 10000) + " deep");
    run_on(repeated("[", 10000) + "deep");
    run_on(repeated("- ", 2000) + "deep");
}

TEST(LongTable, IsNarrated) {
    const auto table = [](std::size_t n) { return "| a | b |\n| - | - |\n" + repeated("| 1 | 2 |\n", n); };
    expect_proportional(table, 20000);
    const Finished said = run_on(table(20000));
    EXPECT_NE(said.out.find("A table of 2 columns and 20000 rows is left out here."), std::string::npos);
    expect_proportional([](std::size_t n) { return "| a |\n" + repeated("|-|\n", n); }, 20000);
}

TEST(ManyMarks, InOneParagraphAreNarrated) {
    for (const char* text :
         {"see https://example.com/a?b. Then ", "a<sup>1</sup> ", "[x](https://example.com) ", "$5 ", "{{ x ",
          "writers.² ", "![](a.png) ", "🙂 ", "]: ", "a][", "<!-- c --> ", "`x` ", "\\$ "})
        expect_proportional([&](std::size_t n) { return "Words " + repeated(text, n); }, 20000);
    expect_proportional([](std::size_t n) { return repeated("> One. Two [x](https://example.com).\n\nText.\n\n", n); },
                        10000);
    expect_proportional([](std::size_t n) { return "http://example.com/" + repeated(")", n); }, 10000);
    expect_proportional([](std::size_t n) { return "```\n" + repeated("<!-- c -->\n", n) + "```\n"; }, 20000);
}

TEST(OddIssue, IsBuiltThroughTheWholeChain) {
    const Letter letter;
    letter.issue("2026-01-01-empty.md", "");
    letter.issue("2026-01-02-images.md", "![](a.png)\n\n![](b.png)\n");
    letter.issue("2026-01-03-deep.md", repeated("<div>\n", 10000) + "\nDeep.\n");
    letter.issue("2026-01-04-quotes.md", repeated(">", 10000) + " Deep.");
    letter.issue("2026-01-05-table.md", "| a | b |\n| - | - |\n" + repeated("| 1 | 2 |\n", 20000));
    letter.issue("2026-01-06-long-word.md",
                 "Words.\n\n<!-- aloud: say \"A long word.\" -->\n\n" + repeated("x", 200000));
    Child child(letter.command({"build", letter.show().string()}));
    const Finished built = child.wait();
    EXPECT_EQ(built.code, 0) << built.err;
    EXPECT_LT(built.peak_kib, 1L << 20);
    for (const char* name : {"2026-01-01-empty", "2026-01-02-images"}) {
        EXPECT_NE(built.err.find(std::string(name) + ".md: nothing in it can be spoken"), std::string::npos);
        EXPECT_FALSE(std::filesystem::exists(letter.site() / "episodes" / name));
    }
    for (const char* name : {"2026-01-03-deep", "2026-01-05-table", "2026-01-06-long-word"})
        EXPECT_FALSE(letter.audio(name).empty()) << name;
}

}  // namespace
}  // namespace aloud
