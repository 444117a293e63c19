// The walk over an issue's blocks: lines and omissions in the order in which a reader meets them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "lib/icu/text.h"
#include "script/directives.h"
#include "script/script.h"
#include "script/spans.h"

namespace aloud {

class Narrator {
  public:
    Narrator(const Issue& issue, const Show& show, Complaints& complaints);
    Script narrate();

  private:
    struct List {
        bool ordered = false;
        int number = 1;
    };

    // The walk; enter() says whether the inside is to be visited.
    bool enter(NodeId id);
    void leave(NodeId id);
    bool enter_skipped(NodeId id);
    bool replaced(NodeId id);

    // Blocks
    void add_heading(NodeId id);
    void add_text_block(NodeId id, const std::string& kind);
    void add_table(NodeId id);
    void add_code(NodeId id);
    void add_quote_marks();
    void add_footnotes();
    void add_note(const std::string& text, int source_line);
    void obey(const Node& comment);

    // Lines
    Line& add_line(const std::string& kind, const SpokenText& text, int source_line, int pause_after_ms);
    void add_frame(const char* kind, std::vector<Sentence> sentences);
    void finish_line(Line& line);
    bool matches_skip(const std::string& text, std::string& pattern) const;
    void omit(const char* kind, std::string text, std::string reason, int line);

    const Issue& issue_;
    const Tree& tree_;
    const Show& show_;
    const Narration& settings_;
    Complaints& complaints_;
    Script script_;
    std::vector<std::pair<std::string, Regex>> skips_;
    std::map<std::string, NodeId> footnotes_;
    std::set<std::string> footnotes_said_;
    std::vector<std::string> footnotes_met_;

    std::vector<List> lists_;
    bool item_begins_ = false;  ///< the next paragraph is an item's first: it takes the number
    NodeId item_ = no_node;
    int quotes_ = 0;
    std::size_t quote_begin_ = 0;
    std::string chapter_;
    bool chapter_begins_ = false;
    bool title_heading_seen_ = false;
    int skipped_section_ = 0;  ///< level of the heading that a rule skipped; 0 none
    std::string skipped_by_;
    int open_skip_line_ = 0;  ///< of `skip` … `end`; 0 none
    int open_only_line_ = 0;
    std::optional<std::string> say_;
    int say_line_ = 0;
    std::optional<std::string> next_voice_;
    std::optional<std::string> next_sound_;
    std::map<std::string, int> line_counts_;
};

}  // namespace aloud
