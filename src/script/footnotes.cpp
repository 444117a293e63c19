// Footnotes: left out, said where they are met, or said at the end.
#include <fmt/format.h>

#include <utility>

#include "script/narrator.h"

namespace aloud {

void Narrator::meet_footnotes(const std::vector<NoteMark>& marks) {
    for (const NoteMark& mark : marks) {
        const auto found = footnotes_.find(mark.label);
        if (found == footnotes_.end()) {
            omit("reference", mark.label, "a footnote's mark without its note", mark.source_line);
            continue;
        }
        footnotes_met_.insert(mark.label);
        // A mark inside a note waits for the end, so that notes on notes cannot go round in a ring.
        if (settings_.footnotes == "inline" && !place_.note) say_footnote(found->second, "Footnote: ");
    }
}

void Narrator::say_footnote(NodeId footnote, const char* announcement) {
    if (!footnotes_said_.insert(tree_[footnote].text).second) return;
    Place outside = std::exchange(place_, Place());
    place_.note = true;
    announcement_ = announcement;
    walk(footnote);
    announcement_.clear();
    place_ = std::move(outside);
}

void Narrator::add_footnotes() {
    if (settings_.footnotes != "omit") {
        bool titled = settings_.footnotes == "inline";
        for (const NodeId id : footnote_order_) {
            if (!footnotes_met_.contains(tree_[id].text) || footnotes_said_.contains(tree_[id].text)) continue;
            if (!titled) add_note("Notes.", tree_[id].source_line);
            titled = true;
            say_footnote(id, settings_.footnotes == "inline" ? "Footnote: " : "");
        }
    }
    for (const NodeId id : footnote_order_) {
        if (footnotes_said_.contains(tree_[id].text)) continue;
        omit("footnote", plain_text(tree_, id),
             settings_.footnotes == "omit" ? "footnotes stand in the show notes" : "its mark is not in what is said",
             tree_[id].source_line);
        omit_hidden(id);
    }
}

}  // namespace aloud
