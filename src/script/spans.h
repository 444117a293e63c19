// The spans of one text block -> what is written and said, and what is left out and why.
#pragma once

#include <vector>

#include "issue/issue.h"
#include "script/script.h"
#include "script/spoken_text.h"
#include "util/error.h"

namespace aloud {

struct NoteMark {
    std::string label;
    int source_line = 0;
};

struct ReadSpans {
    SpokenText text;
    std::vector<NoteMark> footnotes;  ///< in the order of their marks
};

/// Where what is left out, and mistakes, go.
struct SpanSinks {
    std::vector<Omission>& omissions;
    Complaints& complaints;
};

/// `block` is a paragraph, heading, cell or caption. `alone`: an emoji that is all of the block's text is named.
ReadSpans read_spans(const Issue& issue, NodeId block, const Narration& settings, bool alone, const SpanSinks& sinks);

/// Of a dropped element or a template tag: with what it held.
Omission omission_of(const Node& dropped);

/// All text inside a node as the author wrote it: for omissions.
std::string plain_text(const Tree& tree, NodeId top);

}  // namespace aloud
