extension TextDifference {
    /// Rows in a row.
    public enum Stretch: Hashable, Sendable {
        /// To be shown.
        case shown(Range<Int>)
        /// The same on both sides and far from every change.
        case folded(Range<Int>)
    }

    /// The stretches of rows that differ, from top to bottom: where a reader goes from one change to the next.
    public var changes: [Range<Int>] {
        var changes: [Range<Int>] = []
        var start: Int?
        for (index, pairing) in pairings.enumerated() {
            if !pairing.isSame {
                start = start ?? index
            } else if let begun = start {
                changes.append(begun..<index)
                start = nil
            }
        }
        if let start { changes.append(start..<pairings.count) }
        return changes
    }

    /// All rows, folded where they are the same on both sides and at least `context` rows away from a change. A fold hides two rows or
    /// more, so that its own line pays.
    public func stretches(context: Int = 3) -> [Stretch] {
        var stretches: [Stretch] = []
        var shown = 0..<0
        for change in changes {
            let start = max(0, change.lowerBound - max(0, context))
            let end = min(pairings.count, change.upperBound + min(max(0, context), pairings.count))
            if start <= shown.upperBound + 1 {
                shown = shown.lowerBound..<end
            } else {
                if !shown.isEmpty { stretches.append(.shown(shown)) }
                stretches.append(.folded(shown.upperBound..<start))
                shown = start..<end
            }
        }
        if !shown.isEmpty { stretches.append(.shown(shown)) }
        let rest = shown.upperBound..<pairings.count
        if rest.count == 1, !shown.isEmpty {
            stretches[stretches.count - 1] = .shown(shown.lowerBound..<pairings.count)
        } else if !rest.isEmpty {
            stretches.append(.folded(rest))
        }
        return stretches
    }
}
