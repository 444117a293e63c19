// The text of one block: as written, and where what is spoken differs from it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "script/script.h"

namespace aloud {

/// Grows from the front; white space is folded as it comes.
class SpokenText {
  public:
    struct Link {
        std::string text, url;
        int source_line = 0;
        std::size_t at = 0;  ///< byte in written()
    };

    void append(std::string_view text);
    /// Written so, spoken otherwise.
    void append(std::string_view written, std::string_view spoken);
    /// Another text with its differences and links behind this one.
    void append_all(const SpokenText& other);
    /// Ends a sentence that has no end yet with a full stop; true if it needed one.
    bool end_sentence();
    /// What comes next belongs to the sentence before it ("1." and the item's text).
    void no_sentence_starts_here() {
        if (!written_.empty()) joints_.push_back(written_.size());
    }
    void add_link(Link link) { links_.push_back(std::move(link)); }
    void forget_links() { links_.clear(); }

    bool empty() const { return written_.empty(); }
    std::size_t size() const { return written_.size(); }
    const std::string& written() const { return written_; }
    std::string spoken() const { return spoken_between(0, written_.size()); }
    const std::vector<Link>& links() const { return links_; }
    void trim_end();

    /// Divided by the language's rules; `starts` gets each sentence's first byte in written().
    std::vector<Sentence> sentences(const std::string& language, std::vector<std::size_t>& starts) const;

  private:
    struct Substitution {
        std::size_t begin, end;  ///< bytes of written()
        std::string spoken;
    };
    std::string spoken_between(std::size_t begin, std::size_t end) const;

    std::string written_;
    std::vector<Substitution> substitutions_;
    std::vector<Link> links_;
    std::vector<std::size_t> joints_;  ///< bytes of written() at which no sentence may start
};

}  // namespace aloud
