import PromptDiff
import Testing

/// What holds for every pair of texts.
@Suite struct TextDifferencePropertyTests {
    /// Both sides can be read off the rows, and what is not highlighted is the same on both: taking the highlights out of the old text and
    /// putting those of the new one in gives the new text.
    @Test(arguments: 0..<300)
    func theDifferenceAppliedToTheOldTextGivesTheNewOne(seed: UInt64) {
        var texts = RandomTexts(seed: seed)
        let (old, new) = texts.pair()
        let difference = TextDifference(from: old, to: new)
        #expect(difference.rows.compactMap { $0.old?.text }.joined(separator: "\n") == old)
        #expect(difference.rows.compactMap { $0.new?.text }.joined(separator: "\n") == new)
        let (removed, added) = (sameWords(difference.rows, \.old), sameWords(difference.rows, \.new))
        #expect(removed == added)
    }

    @Test(arguments: 0..<300)
    func theOppositeDirectionIsTheMirrorImage(seed: UInt64) {
        var texts = RandomTexts(seed: seed)
        let (old, new) = texts.pair()
        let (there, back) = (TextDifference(from: old, to: new), TextDifference(from: new, to: old))
        let (thereOld, backNew) = (there.rows.compactMap(\.old), back.rows.compactMap(\.new))
        #expect(thereOld == backNew)
        let (thereNew, backOld) = (there.rows.compactMap(\.new), back.rows.compactMap(\.old))
        #expect(thereNew == backOld)
        #expect(there.changes.count == back.changes.count)
        #expect(there.isWhitespaceOnly == back.isWhitespaceOnly)
    }

    @Test(arguments: 0..<50)
    func equalTextsDoNotDiffer(seed: UInt64) {
        var texts = RandomTexts(seed: seed)
        let text = texts.text()
        let difference = TextDifference(from: text, to: text)
        #expect(difference.isEmpty && !difference.isWhitespaceOnly && difference.changes.isEmpty)
        let differing = difference.rows.filter { !$0.isSame }
        #expect(differing.isEmpty)
    }

    @Test(arguments: 0..<100)
    func aBlockPutElsewhereIsFound(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var lines = (0..<40).map { "\($0): sentence \(random.next() % 1000) of a prompt with enough words" }
        let old = lines.joined(separator: "\n")
        let start = Int.random(in: 0..<15, using: &random)
        let block = Array(lines[start..<start + 4])
        lines.removeSubrange(start..<start + 4)
        lines.insert(contentsOf: block, at: Int.random(in: 25...lines.count, using: &random))
        let difference = TextDifference(from: old, to: lines.joined(separator: "\n"))
        let arrived = difference.rows.filter { $0.old == nil && $0.isMoved }.compactMap { $0.new?.text }
        #expect(arrived == block)
        let others = difference.rows.filter { !$0.isSame && !$0.isMoved }
        #expect(others.isEmpty)
    }

    /// Texts of few kinds of lines have nothing by which their parts can be told; they are long enough for the shortest edit script.
    @Test(arguments: 0..<20)
    func longTextsOfFewKindsOfLinesDifferByTheirEdits(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let kinds = ["a", "b", "c", "", "}"]
        func kind() -> String { kinds[Int(random.next() % UInt64(kinds.count))] }
        let old = (0..<600).map { _ in kind() }
        var new = old
        let edits = Int(seed % 10)
        for edit in 0..<edits {
            let place = Int(random.next() % UInt64(new.count))
            if edit.isMultiple(of: 2) { new.remove(at: place) } else { new.insert(kind(), at: place) }
        }
        let difference = TextDifference(from: old.joined(separator: "\n"), to: new.joined(separator: "\n"))
        let (oldLines, newLines) = (
            difference.rows.compactMap { $0.old?.text }, difference.rows.compactMap { $0.new?.text }
        )
        #expect(oldLines == old && newLines == new)
        #expect(difference.rows.filter { !$0.isSame }.count <= edits)
        let other = (0..<600).map { _ in kind() }
        let far = TextDifference(from: old.joined(separator: "\n"), to: other.joined(separator: "\n"))
        #expect(far.rows.compactMap { $0.new?.text } == other)
        #expect(far.rows.filter(\.isSame).count > 300)
    }

    @Test(arguments: 0..<200)
    func stretchesCoverAllRowsAndHideNoChange(seed: UInt64) {
        var texts = RandomTexts(seed: seed)
        let (old, new) = texts.pair()
        let difference = TextDifference(from: old, to: new)
        var next = 0
        for stretch in difference.stretches(context: Int(seed % 4)) {
            switch stretch {
            case .shown(let rows):
                #expect(rows.lowerBound == next && !rows.isEmpty)
                next = rows.upperBound
            case .folded(let rows):
                #expect(rows.lowerBound == next && !rows.isEmpty)
                let differing = rows.filter { !difference.rows[$0].isSame }
                #expect(differing.isEmpty)
                next = rows.upperBound
            }
        }
        #expect(next == difference.rows.count)
    }

    /// The words that are not highlighted, without lines that moved.
    private func sameWords(_ rows: DifferenceRows, _ line: KeyPath<DifferenceRow, TextLine?>) -> String {
        rows.filter { !$0.isMoved }.compactMap { $0[keyPath: line] }.flatMap(\.runs).filter { $0.kind == .same }
            .map { $0.text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(String.init).joined() }.joined()
    }
}
