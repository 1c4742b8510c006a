/// Which lines of a hunk are similar enough to stand beside each other: those that share the most words, in the order of both sides.
struct LinePairing {
    private struct Candidate {
        let pair: Match
        /// Size of the words that correspond.
        var size: Int
        /// Largest sum of a selection that ends here, and of one that ends here or before.
        var sum = 0
        var best = 0
        /// The candidate before this one in the selection with the largest sum, -1 for none.
        var before = -1
    }

    /// Lines are similar when the words that correspond are at least this part of both (Dice's coefficient).
    private static let leastSimilarity = 0.25

    private(set) var pairs: [Match] = []

    /// Pairs the lines of both sides by the words that correspond, which are in the order of both.
    init(_ old: SideWords, _ new: SideWords, _ matches: [Match]) {
        if old.side.lines.count == 1, new.side.lines.count == 1 {
            // Alone with each other: nothing is gained by showing them apart.
            if !old.range.isEmpty, !new.range.isEmpty {
                pairs = [Match(old: old.side.lines[0], new: new.side.lines[0])]
            }
            return
        }
        let (oldSizes, newSizes) = (LineSizes(old), LineSizes(new))
        var candidates: [Candidate] = []
        for match in matches {
            let pair = Match(old: old.words[match.old].line, new: new.words[match.new].line)
            if candidates.last?.pair != pair { candidates.append(Candidate(pair: pair, size: 0)) }
            candidates[candidates.count - 1].size += old.words[match.old].size
        }
        candidates.removeAll { candidate in
            let both = oldSizes[candidate.pair.old] + newSizes[candidate.pair.new]
            return Double(2 * candidate.size) < Self.leastSimilarity * Double(both)
        }
        pairs = Self.select(&candidates)
    }

    /// The selection with the largest sum in which no line occurs twice. Candidates that share a line are neighbours, because both of
    /// their lines rise.
    private static func select(_ candidates: inout [Candidate]) -> [Match] {
        var (firstOfOld, firstOfNew) = (0, 0)
        for index in candidates.indices {
            let pair = candidates[index].pair
            if candidates[firstOfOld].pair.old != pair.old { firstOfOld = index }
            if candidates[firstOfNew].pair.new != pair.new { firstOfNew = index }
            let before = min(firstOfOld, firstOfNew) - 1
            let sum = candidates[index].size + (before >= 0 ? candidates[before].best : 0)
            candidates[index].sum = sum
            candidates[index].before = before
            candidates[index].best = max(sum, index > 0 ? candidates[index - 1].best : 0)
        }
        var pairs: [Match] = []
        var index = candidates.count - 1
        while index >= 0 {
            if index > 0, candidates[index - 1].best >= candidates[index].sum {
                index -= 1
            } else {
                pairs.append(candidates[index].pair)
                index = candidates[index].before
            }
        }
        return pairs.reversed()
    }
}
