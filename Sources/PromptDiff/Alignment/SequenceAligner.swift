/// Finds which elements of two sequences of symbols correspond, in order.
///
/// What both begin and end with corresponds. What is left is cut at symbols that occur once on both sides (patience difference, Bram
/// Cohen); small pieces are aligned by the weight of what corresponds, large ones without such symbols by the shortest edit script
/// (Myers 1986, in linear space). All work is counted: when it is used up, what is left corresponds to nothing. So the time is bounded
/// whatever the input, and the result is always an alignment, at worst a coarse one.
struct SequenceAligner {
    let old: [Int32]
    let new: [Int32]
    /// What it is worth that a symbol corresponds, by symbol.
    let weights: [Int32]
    /// Index of the new element to which each old one corresponds; -1 for none.
    private(set) var partners: [Int32]
    /// Elementary steps that may still be done.
    private(set) var steps: Int

    /// By symbol: how often it occurs in the piece that is looked at, and where last. All zero between two looks.
    private var census: [Census]
    private var weighing = WeightedAlignment()
    private var snakes = MiddleSnake()

    private struct Census {
        var old: Int32 = 0
        var new: Int32 = 0
        var place: Int32 = 0
    }

    /// A piece of both sequences.
    private struct Piece {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// An aligner of two sequences whose symbols are indices of `weights`.
    init(old: [Int32], new: [Int32], weights: [Int32], steps: Int) {
        (self.old, self.new, self.weights, self.steps) = (old, new, weights, steps)
        partners = Array(repeating: -1, count: old.count)
        census = Array(repeating: Census(), count: weights.count)
    }

    /// Aligns a piece of both.
    mutating func align(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        var open = [Piece(old: oldRange, new: newRange)]
        while let next = open.popLast() {
            let piece = trimmed(next)
            guard !piece.old.isEmpty, !piece.new.isEmpty, steps > 0 else { continue }
            steps -= piece.old.count + piece.new.count
            if pairPlaceByPlace(piece) { continue }
            let (cells, overflow) = piece.old.count.multipliedReportingOverflow(by: piece.new.count)
            if !overflow, cells <= Self.mostCells {
                steps -= cells
                weigh(piece)
            } else if !cutAtAnchors(piece, into: &open) {
                cutAtSnake(piece, into: &open)
            }
        }
    }

    /// The pairs of elements in a piece of the old sequence.
    func matches(_ oldRange: Range<Int>) -> [Match] {
        oldRange.compactMap { partners[$0] < 0 ? nil : Match(old: $0, new: Int(partners[$0])) }
    }

    /// Pieces of at most so many pairs of elements are aligned by weight.
    private static let mostCells = 1 << 14
    /// Symbols worth less are no anchors: a comma that occurs once says nothing.
    private static let leastAnchor: Int32 = 8

    private mutating func pair(_ i: Int, _ j: Int) { partners[i] = Int32(truncatingIfNeeded: j) }

    /// `piece` without what both sides begin and end with, which is paired.
    private mutating func trimmed(_ piece: Piece) -> Piece {
        var (low, high) = (piece.old.lowerBound, piece.old.upperBound)
        var (newLow, newHigh) = (piece.new.lowerBound, piece.new.upperBound)
        while low < high, newLow < newHigh, old[low] == new[newLow] {
            pair(low, newLow)
            (low, newLow) = (low + 1, newLow + 1)
        }
        while low < high, newLow < newHigh, old[high - 1] == new[newHigh - 1] {
            (high, newHigh) = (high - 1, newHigh - 1)
            pair(high, newHigh)
        }
        return Piece(old: low..<high, new: newLow..<newHigh)
    }

    /// Pairs what is the same at the same places of pieces of one length, when hardly more than every third element differs and no more than
    /// two in a row: replaced words are what differs most often, and then nothing better can be found.
    private mutating func pairPlaceByPlace(_ piece: Piece) -> Bool {
        guard piece.old.count == piece.new.count else { return false }
        let distance = piece.new.lowerBound - piece.old.lowerBound
        var (differing, run) = (0, 0)
        for i in piece.old {
            run = old[i] == new[i + distance] ? 0 : run + 1
            differing += run > 0 ? 1 : 0
            guard run <= 2 else { return false }
        }
        guard 3 * differing <= piece.old.count + 2 else { return false }
        for i in piece.old where old[i] == new[i + distance] { pair(i, i + distance) }
        return true
    }

    private mutating func weigh(_ piece: Piece) {
        for match in weighing.matches(old[piece.old], new[piece.new], weights) { pair(match.old, match.new) }
    }

    /// Cuts the piece at symbols that occur once on both sides; false when there are none.
    private mutating func cutAtAnchors(_ piece: Piece, into open: inout [Piece]) -> Bool {
        for i in piece.old { census[Int(old[i])].old += 1 }
        for j in piece.new {
            census[Int(new[j])].new += 1
            census[Int(new[j])].place = Int32(truncatingIfNeeded: j)
        }
        var candidates: [Match] = []
        for i in piece.old {
            let seen = census[Int(old[i])]
            if seen.old == 1, seen.new == 1, weights[Int(old[i])] >= Self.leastAnchor {
                candidates.append(Match(old: i, new: Int(seen.place)))
            }
        }
        for i in piece.old { census[Int(old[i])] = Census() }
        for j in piece.new { census[Int(new[j])] = Census() }

        let anchors = longestIncreasing(candidates)
        guard !anchors.isEmpty else { return false }
        var (low, newLow) = (piece.old.lowerBound, piece.new.lowerBound)
        for anchor in anchors {
            pair(anchor.old, anchor.new)
            open.append(Piece(old: low..<anchor.old, new: newLow..<anchor.new))
            (low, newLow) = (anchor.old + 1, anchor.new + 1)
        }
        open.append(Piece(old: low..<piece.old.upperBound, new: newLow..<piece.new.upperBound))
        return true
    }

    /// Cuts the piece where a shortest edit script passes its middle.
    private mutating func cutAtSnake(_ piece: Piece, into open: inout [Piece]) {
        guard let cut = snakes.cut(old, piece.old, new, piece.new, steps: &steps) else { return }
        open.append(Piece(old: piece.old.lowerBound..<cut.old, new: piece.new.lowerBound..<cut.new))
        open.append(Piece(old: cut.old..<piece.old.upperBound, new: cut.new..<piece.new.upperBound))
    }
}
