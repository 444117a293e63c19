// What each HTML element is to a narrator.
#pragma once

#include <string_view>

#include "issue/issue.h"

namespace aloud {

enum class ElementRole {
    transparent,  ///< only its inside counts
    block,        ///< a block that holds blocks
    text_block,   ///< a block that holds spans
    span,
    leaf,     ///< becomes one node; its inside is its text
    dropped,  ///< never spoken
    ignored,  ///< says nothing at all: <input>, <wbr>, <meta>
};

struct Element {
    ElementRole role = ElementRole::transparent;
    NodeKind kind = NodeKind::container;
    int level = 0;  ///< of headings
};

Element element(std::string_view name);

}  // namespace aloud
