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
        NodeId node = no_node;
        bool ordered = false;
        int number = 1;
        bool begins = false;  ///< an item has begun and nothing of it was said: the next line takes its number
        std::string task;     ///< of that item
    };
    /// Where the walk stands among quotes and lists; a footnote said in the middle of them has its own.
    struct Place {
        std::vector<List> lists;
        std::vector<NodeId> quotes;  ///< open ones
        std::size_t quote_begin = 0;
        bool note = false;  ///< inside a footnote
    };

    // The walk; enter() says whether the inside is to be visited.
    void walk(NodeId top);
    bool enter(NodeId id);
    void leave(NodeId id);
    bool enter_skipped(NodeId id);
    bool replaced(NodeId id);

    // Blocks
    void add_heading(NodeId id);
    void add_heading_line(const Node& node, SpokenText text, int source_line);
    void add_text_block(NodeId id, const std::string& kind);
    SpokenText item_prefix();
    void add_table(NodeId id);
    void add_code(NodeId id);
    void add_quote_marks();
    void meet_footnotes(const std::vector<NoteMark>& marks);
    void say_footnote(NodeId footnote, const char* announcement);
    void add_footnotes();
    void add_note(const std::string& text, int source_line);
    void obey(const Node& comment);
    void obey_sound(const std::string& name, const SourcePlace& at);
    void check_nothing_waits();

    // Lines
    Line& add_line(const std::string& kind, const SpokenText& text, int source_line, int pause_after_ms);
    void add_frame(const char* kind, std::vector<Sentence> sentences);
    void finish_line(Line& line);
    bool matches_skip(const std::string& text, int source_line, std::string& pattern);
    void omit_hidden(NodeId top);
    void omit(const char* kind, std::string text, std::string reason, int line);

    const Issue& issue_;
    const Tree& tree_;
    const Show& show_;
    const Narration& settings_;
    Complaints& complaints_;
    Script script_;
    std::vector<std::pair<std::string, Regex>> skips_;
    std::map<std::string, NodeId> footnotes_;
    std::vector<NodeId> footnote_order_;
    std::set<std::string> footnotes_met_, footnotes_said_;
    std::string announcement_;  ///< spoken before the next line

    Place place_;
    std::string chapter_;
    bool chapter_begins_ = false;
    int chapter_line_ = 0;  ///< of a directive that named it, until a line lies in it; 0 none
    bool title_said_ = false;
    bool title_heading_seen_ = false;
    int skipped_section_ = 0;  ///< level of the heading that a rule skipped; 0 none
    std::string skipped_by_;
    int open_skip_line_ = 0;  ///< of `skip` … `end`; 0 none
    int open_only_line_ = 0;
    std::optional<std::string> say_;
    int say_line_ = 0;
    std::optional<std::string> next_voice_;
    int voice_line_ = 0;
    std::optional<std::string> next_sound_;
    int pause_before_ms_ = 0;  ///< of a directive that no line stood before
    std::map<std::string, int> line_counts_;
};

}  // namespace aloud
