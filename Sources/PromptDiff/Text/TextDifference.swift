import Domain

/// What differs between two texts, line beside line, with the words that differ.
///
/// Lines that are the same are found first, then blocks of lines that moved; in what is left words are compared across line breaks, so a
/// paragraph that was only wrapped anew shows no changed word. Highlights are few and long: a short word that by chance stands in the midst
/// of both changes is highlighted with them. The difference of two texts in the opposite direction is the mirror image.
///
/// Bounded for every input: lines after the 100 000th are compared as one, words in at most 4 MiB of changed text, and the search for what
/// corresponds ends after a fixed number of steps. Beyond these bounds whole lines are shown as changed (`isCoarse`).
public struct TextDifference: Hashable, Sendable {
    let old: LinedText
    let new: LinedText
    let pairings: [RowPairing]
    /// By position, disjoint, none across a line break.
    let oldHighlights: [Highlight]
    let newHighlights: [Highlight]
    /// Lines of blocks that moved.
    let movedTo: [Int: Int]
    let movedFrom: [Int: Int]
    /// Whether the texts are so long or so different that some changed lines were not compared word by word.
    public let isCoarse: Bool

    /// What differs between two texts.
    public init(from old: String, to new: String) { self.init(from: LinedText(old), to: LinedText(new)) }

    /// What differs between two lists of messages; a line that names the role stands above each.
    public init(from old: [PromptMessage], to new: [PromptMessage]) {
        self.init(from: LinedText(old), to: LinedText(new))
    }

    private init(from old: LinedText, to new: LinedText) {
        // The same two texts are always compared in the same order, so that the opposite direction gives the mirror image.
        let isMirrored = new.precedes(old)
        let found =
            isMirrored
            ? TextComparison(old: new, new: old).correspondence.mirrored
            : TextComparison(old: old, new: new).correspondence
        (self.old, self.new) = (old, new)
        pairings = found.rows(old, new)
        (oldHighlights, newHighlights) = (found.oldHighlights, found.newHighlights)
        movedTo = Dictionary(found.moved.map { ($0.old, $0.new) }) { first, _ in first }
        movedFrom = Dictionary(found.moved.map { ($0.new, $0.old) }) { first, _ in first }
        isCoarse = found.isCoarse
    }

    /// The rows from top to bottom.
    public var rows: DifferenceRows { DifferenceRows(difference: self) }

    /// Whether both sides are the same.
    public var isEmpty: Bool { old == new }

    /// Whether something differs, but only white space.
    public var isWhitespaceOnly: Bool {
        !isEmpty && changes.allSatisfy { stretch in stretch.allSatisfy { rows[$0].isWhitespaceOnly } }
    }
}
