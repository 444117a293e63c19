// The two promises, on real issues: nothing that is markup is spoken, nothing that was written disappears in silence.
// The issues lie beside the repository, not in it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "lib/icu/text.h"
#include "tests/script/narrated.h"

namespace aloud {
namespace {

std::vector<std::filesystem::path> corpus() {
    const auto folder = std::filesystem::path(ALOUD_REPOSITORY).parent_path() / "shared" / "corpus";
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const char* name : {"chinai", "lwkd", "optech"})
        for (std::filesystem::directory_iterator at(folder / name, error), end; !error && at != end;
             at.increment(error))
            if (at->path().extension() == ".md") files.push_back(at->path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// Words of letters, in lower case, each with how often it stands there; Han and kana count each for itself.
std::map<std::string, int> words_of(std::string_view text) {
    std::map<std::string, int> words;
    std::string word;
    const auto end = [&] {
        if (word.size() > 1) ++words[word];
        word.clear();
    };
    for (const CodePoint& c : code_points(text)) {
        if (!is_letter(c.value)) {
            end();
        } else if (c.value >= 0x2E80) {
            end();
            ++words[to_utf8(c.value)];
        } else {
            word += folded(to_utf8(c.value));
        }
    }
    end();
    return words;
}

/// The body's text, found by simpler means than the program's: front matter, definitions of links, targets, labels of
/// notes, fences and the tags of HTML are no text.
std::string visible_text(const std::string& source) {
    std::string out;
    std::istringstream lines(source);
    std::string line;
    int fences = 0;
    while (std::getline(lines, line)) {
        if (fences < 2) {
            if (line.starts_with("---")) ++fences;
            continue;
        }
        static const std::regex definition(R"(^ {0,3}\[[^\^\]][^\]]*\]:.*$)");
        static const std::regex fence_line(R"(^\s*(```|~~~).*$)");
        if (!std::regex_match(line, definition) && !std::regex_match(line, fence_line)) out += line + "\n";
    }
    out = std::regex_replace(out, std::regex(R"(\]\([^)]*\))"), "]");
    out = std::regex_replace(out, std::regex(R"(\]\[[^\]]*\])"), "]");
    out = std::regex_replace(out, std::regex(R"(\[\^[^\]]*\]|`)"), "");
    return std::regex_replace(out, std::regex(R"(</?[a-zA-Z][^>]*>)"), " ");
}

struct Narrated {
    std::string name;
    std::string source;
    Script script;
};

std::vector<Narrated> narrated_corpus() {
    std::vector<Narrated> all;
    for (const std::filesystem::path& file : corpus()) {
        const std::string source = text_of(file);
        all.push_back({file.filename().string(), source, testing::script_of(source, {}, file.string())});
    }
    return all;
}

TEST(Corpus, IsSpokenWithoutMarkup) {
    const std::vector<Narrated> issues = narrated_corpus();
    if (issues.empty()) GTEST_SKIP() << "the corpus does not lie beside this repository";
    for (const Narrated& issue : issues)
        for (const Line& line : issue.script.lines)
            for (const char* markup : {"**",     "__", "](", "][", "]:", "<a", "</", "<!--", "&amp;",   "&lt;",
                                       "&nbsp;", "{%", "%}", "{{", "{:", "[^", "`",  "~~",   "http://", "https://"})
                EXPECT_EQ(line.spoken().find(markup), std::string::npos)
                    << issue.name << ":" << line.source_line.value_or(0) << ": " << markup << " in: " << line.spoken();
}

TEST(Corpus, LosesNoWordInSilence) {
    const std::vector<Narrated> issues = narrated_corpus();
    if (issues.empty()) GTEST_SKIP() << "the corpus does not lie beside this repository";
    for (const Narrated& issue : issues) {
        std::string kept;
        for (const Line& line : issue.script.lines) kept += line.written() + "\n";
        for (const Omission& omission : issue.script.omissions) kept += omission.text + "\n";
        const auto there = words_of(kept);
        for (const auto& [word, count] : words_of(visible_text(issue.source))) {
            const auto found = there.find(word);
            EXPECT_GE(found == there.end() ? 0 : found->second, count) << issue.name << ": \"" << word << "\" is lost";
        }
    }
}

TEST(Corpus, GivesLinesThatCanBeSpoken) {
    const std::vector<Narrated> issues = narrated_corpus();
    if (issues.empty()) GTEST_SKIP() << "the corpus does not lie beside this repository";
    for (const Narrated& issue : issues) {
        EXPECT_TRUE(has_body(issue.script)) << issue.name;
        for (const Line& line : issue.script.lines)
            for (const Sentence& sentence : line.sentences)
                EXPECT_FALSE(folded(sentence.spoken).empty())
                    << issue.name << ":" << line.source_line.value_or(0) << ": \"" << sentence.spoken << "\"";
    }
}

}  // namespace
}  // namespace aloud
