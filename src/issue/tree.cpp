#include "issue/issue.h"

namespace aloud {

Tree::Tree() {
    Node root;
    root.kind = NodeKind::root;
    nodes_.push_back(std::move(root));
}

NodeId Tree::append(NodeId parent, Node node) {
    const NodeId id = static_cast<NodeId>(nodes_.size());
    node.parent = parent;
    node.first_child = node.last_child = node.next = no_node;
    nodes_.push_back(std::move(node));
    Node& above = nodes_[parent];
    if (above.last_child == no_node) {
        above.first_child = id;
    } else {
        nodes_[above.last_child].next = id;
    }
    above.last_child = id;
    return id;
}

NodeId Tree::following(NodeId id, NodeId top) const {
    if (nodes_[id].first_child != no_node) return nodes_[id].first_child;
    return following_outside(id, top);
}

NodeId Tree::following_outside(NodeId id, NodeId top) const {
    while (id != top) {
        if (nodes_[id].next != no_node) return nodes_[id].next;
        id = nodes_[id].parent;
    }
    return no_node;
}

}  // namespace aloud
