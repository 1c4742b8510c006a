/// Compares two texts: lines first, then blocks that moved, then the words of what is left.
struct TextComparison {
    let old: LinedText
    let new: LinedText
    private(set) var correspondence = Correspondence()

    /// Elementary steps of the search for lines, and as many again for words; some tenths of a second at most.
    private static let mostSteps = 30_000_000
    /// Changed text whose words are compared, both sides together.
    private static let mostWordBytes = 4 << 20

    init(old: LinedText, new: LinedText) {
        (self.old, self.new) = (old, new)
        guard old != new else {
            correspondence.lines = old.lines.indices.map { Match(old: $0, new: $0) }
            return
        }
        var table = SymbolTable(capacity: old.lines.count + new.lines.count)
        let oldSymbols = old.symbols(&table)
        let newSymbols = new.symbols(&table)
        var weights = Array(repeating: Int32(0), count: table.count)
        old.weigh(oldSymbols, into: &weights)
        new.weigh(newSymbols, into: &weights)
        var aligner = SequenceAligner(old: oldSymbols, new: newSymbols, weights: weights, steps: Self.mostSteps)
        aligner.align(0..<oldSymbols.count, 0..<newSymbols.count)
        correspondence.isCoarse = aligner.steps <= 0

        let same = placed(
            aligner.matches(0..<oldSymbols.count), BlockBoundaries(old, oldSymbols), BlockBoundaries(new, newSymbols))
        let hunks = Hunk.between(same, oldSymbols.count, newSymbols.count)
        let moves = BlockMoves(old, oldSymbols, new, newSymbols, hunks)
        correspondence.moved = moves.lines
        let similar = compareWords(
            hunks.map { hunk in
                (
                    HunkSide(hunk.old.filter { old.lines[$0].number != nil && moves.target[$0] == nil }, of: old),
                    HunkSide(hunk.new.filter { new.lines[$0].number != nil && moves.source[$0] == nil }, of: new)
                )
            })
        correspondence.lines = (same + similar).sorted { $0.old < $1.old }
    }

    /// `matches` with blocks that are only on one side moved to where they look like a whole.
    private func placed(_ matches: [Match], _ oldBlocks: BlockBoundaries, _ newBlocks: BlockBoundaries) -> [Match] {
        var matches = matches
        /// How many matches before this one have no block between them.
        var room = 0
        var last = Match(old: -1, new: -1)
        for index in 0...matches.count {
            let next = index < matches.count ? matches[index] : Match(old: old.lines.count, new: new.lines.count)
            let (oldBlock, newBlock) = (last.old + 1..<next.old, last.new + 1..<next.new)
            if oldBlock.isEmpty != newBlock.isEmpty {
                let shift =
                    oldBlock.isEmpty ? newBlocks.shift(newBlock, room: room) : oldBlocks.shift(oldBlock, room: room)
                for moved in index - shift..<index {
                    matches[moved] = Match(
                        old: matches[moved].old + oldBlock.count, new: matches[moved].new + newBlock.count)
                }
                room = shift
            } else if !oldBlock.isEmpty {
                room = 0
            }
            room += 1
            last = next
        }
        return matches
    }

    /// Highlights what differs in the lines of each pair of sides.
    ///
    /// - Returns: the pairs of similar lines.
    private mutating func compareWords(_ hunks: [(old: HunkSide, new: HunkSide)]) -> [Match] {
        var (oldWords, newWords) = (WordList(), WordList())
        var table = SymbolTable(capacity: 1024)
        var bytesLeft = Self.mostWordBytes
        var wordRanges: [(old: Range<Int>, new: Range<Int>)?] = []
        for hunk in hunks {
            guard !hunk.old.lines.isEmpty, !hunk.new.lines.isEmpty else {
                wordRanges.append(nil)
                continue
            }
            bytesLeft -= hunk.old.size + hunk.new.size
            guard bytesLeft >= 0 else {
                correspondence.isCoarse = true
                wordRanges.append(nil)
                continue
            }
            wordRanges.append(
                (
                    oldWords.append(hunk.old.lines, of: old, table: &table),
                    newWords.append(hunk.new.lines, of: new, table: &table)
                ))
        }
        var weights = Array(repeating: Int32(0), count: table.count)
        oldWords.weigh(into: &weights)
        newWords.weigh(into: &weights)
        var aligner = SequenceAligner(
            old: oldWords.words.map(\.symbol), new: newWords.words.map(\.symbol), weights: weights,
            steps: Self.mostSteps)
        var pairs: [Match] = []
        for (hunk, ranges) in zip(hunks, wordRanges) {
            guard let ranges else {
                hunk.old.highlightAll(into: &correspondence.oldHighlights)
                hunk.new.highlightAll(into: &correspondence.newHighlights)
                continue
            }
            aligner.align(ranges.old, ranges.new)
            let alignment = WordAlignment(
                SideWords(hunk.old, oldWords.words, ranges.old),
                SideWords(hunk.new, newWords.words, ranges.new),
                aligner.matches(ranges.old))
            pairs += alignment.pairs
            alignment.highlight(&correspondence.oldHighlights, &correspondence.newHighlights)
        }
        if aligner.steps <= 0 { correspondence.isCoarse = true }
        return pairs
    }
}
