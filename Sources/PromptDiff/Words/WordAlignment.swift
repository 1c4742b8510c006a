/// What corresponds in the words of a hunk, as a reader would say it.
struct WordAlignment {
    /// Similar lines, in the order of both sides.
    let pairs: [Match]
    let old: SideWords
    let new: SideWords
    let islands: [Island]

    /// - Parameter matches: words that correspond, in the order of both sides.
    init(_ old: SideWords, _ new: SideWords, _ matches: [Match]) {
        (self.old, self.new) = (old, new)
        pairs = LinePairing(old, new, matches).pairs
        let kept = Self.withoutStrays(matches, pairs, old, new)
        islands = Self.withoutWeak(Island.islands(kept), old, new)
    }

    /// `matches` without words on lines that have little to do with each other.
    private static func withoutStrays(
        _ matches: [Match], _ pairs: [Match], _ old: SideWords, _ new: SideWords
    ) -> [Match] {
        guard old.side.lines.count > 1 || new.side.lines.count > 1 else { return matches }
        var partners = LineSizes(old.side)
        for pair in pairs { partners[pair.old] = pair.new + 1 }
        func isPaired(_ match: Match) -> Bool {
            partners[old.words[match.old].line] == new.words[match.new].line + 1
        }
        guard !matches.allSatisfy(isPaired) else { return matches }
        let (oldSizes, newSizes) = (LineSizes(old), LineSizes(new))
        var (oldMatched, newMatched) = (LineSizes(old.side), LineSizes(new.side))
        for match in matches {
            oldMatched[old.words[match.old].line] += old.words[match.old].size
            newMatched[new.words[match.new].line] += new.words[match.new].size
        }
        return matches.filter { match in
            let (oldLine, newLine) = (old.words[match.old].line, new.words[match.new].line)
            // A line that was wrapped anew has its words on several lines of the other side.
            return isPaired(match) || 2 * oldMatched[oldLine] >= oldSizes[oldLine]
                || 2 * newMatched[newLine] >= newSizes[newLine]
        }
    }

    /// An island of this size always stays.
    private static let largeIsland = 10

    /// `islands` without those that are small beside the changes around them, so that highlights are few and long.
    private static func withoutWeak(_ islands: [Island], _ old: SideWords, _ new: SideWords) -> [Island] {
        var kept: [Island] = []
        /// Size of the change before each of `kept`.
        var gaps: [Int] = []
        func change(after last: Island?, before next: Island?) -> Int {
            let oldGap = (last?.old.upperBound ?? old.range.lowerBound)..<(next?.old.lowerBound ?? old.range.upperBound)
            let newGap = (last?.new.upperBound ?? new.range.lowerBound)..<(next?.new.lowerBound ?? new.range.upperBound)
            return max(old.size(oldGap), new.size(newGap))
        }
        /// Drops islands from the end of `kept` that are weak before a change of size `after`; the size of the change that results.
        func settle(_ after: Int) -> Int {
            var after = after
            while let island = kept.last, let before = gaps.last, before > 0, after > 0 {
                let size = old.size(island.old)
                guard size < min(largeIsland, (before + after) / 3), !isAtEdge(island, old, new) else { break }
                kept.removeLast()
                gaps.removeLast()
                after += before + size
            }
            return after
        }
        for island in islands {
            gaps.append(settle(change(after: kept.last, before: island)))
            kept.append(island)
        }
        _ = settle(change(after: kept.last, before: nil))
        return kept
    }

    /// Whether the island begins or ends a line on both sides, so that it separates no two highlights of a line.
    private static func isAtEdge(_ island: Island, _ old: SideWords, _ new: SideWords) -> Bool {
        (old.beginsLine(island.old.lowerBound) && new.beginsLine(island.new.lowerBound))
            || (old.endsLine(island.old.upperBound - 1) && new.endsLine(island.new.upperBound - 1))
    }
}

extension SideWords {
    fileprivate func beginsLine(_ word: Int) -> Bool {
        word == range.lowerBound || words[word - 1].line != words[word].line
    }

    fileprivate func endsLine(_ word: Int) -> Bool {
        word + 1 == range.upperBound || words[word + 1].line != words[word].line
    }
}
