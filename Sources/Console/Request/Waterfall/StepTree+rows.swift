import Domain

extension StepTree {
    /// The rows that are seen when those of `toggled` are folded the other way than usual. Groups usually are folded, and so is
    /// what is below an ordinary span in which nothing happened.
    func rows(toggled: Set<FoldID>) -> [WaterfallRow] {
        var rows: [WaterfallRow] = []
        var position = 0
        while position < nodes.count {
            let node = nodes[position]
            var depth = node.depth
            if let group = node.group {
                let isOpen = toggled.contains(groups[group].id)
                if position == groups[group].first {
                    rows.append(
                        WaterfallRow(
                            position: groups[group].slowest, depth: depth, group: group,
                            hidden: isOpen ? 0 : groups[group].count))
                }
                guard isOpen else {
                    position = node.end
                    continue
                }
                depth += 1
            }
            let below = node.end - position - 1
            let isOpen = below > 0 && isUnfolded(position, toggled: toggled)
            rows.append(
                WaterfallRow(
                    position: position, depth: depth, group: nil, hidden: below == 0 ? nil : isOpen ? 0 : below))
            position = isOpen ? position + 1 : node.end
        }
        return rows
    }

    /// Whether what is below the step is shown.
    func isUnfolded(_ position: Int, toggled: Set<FoldID>) -> Bool {
        nodes[position].hasMeaning != toggled.contains(.below(step(position).spanID))
    }

    /// The folds to change so that the step at `position` is seen.
    func hiding(_ position: Int, toggled: Set<FoldID>) -> Set<FoldID> {
        var folds: Set<FoldID> = []
        var present: Int? = position
        while let here = present {
            if let group = nodes[here].group, !toggled.contains(groups[group].id) { folds.insert(groups[group].id) }
            present = nodes[here].parent
            if let parent = present, !isUnfolded(parent, toggled: toggled) {
                folds.insert(.below(step(parent).spanID))
            }
        }
        return folds
    }
}
