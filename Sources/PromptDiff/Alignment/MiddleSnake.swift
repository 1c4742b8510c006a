/// Where a shortest edit script of two sequences passes its middle (Myers 1986, section 4b), found from both ends at once in time
/// proportional to the square of the differences and in linear memory.
///
/// When the sequences differ by more than `mostEdits`, the place that was reached furthest from the beginning stands in: the script is
/// then no longer the shortest, and the time stays proportional to the length.
struct MiddleSnake {
    private static let mostEdits = 128

    /// By diagonal (old index minus new index, plus an offset): the furthest old index reached, -1 for none; from the end the indices and
    /// diagonals are those of the reversed sequences.
    private var forward: [Int] = []
    private var backward: [Int] = []

    /// The place at which to cut, an index into each sequence; nil when there is none that leaves less on both sides or no work is left.
    ///
    /// The pieces begin and end with different elements.
    mutating func cut(
        _ old: [Int32], _ oldRange: Range<Int>, _ new: [Int32], _ newRange: Range<Int>, steps: inout Int
    ) -> Match? {
        let most = min(Self.mostEdits, (oldRange.count + newRange.count + 1) / 2)
        let offset = most + 1
        for reset in [\MiddleSnake.forward, \.backward] {
            self[keyPath: reset].removeAll(keepingCapacity: true)
            self[keyPath: reset].append(contentsOf: repeatElement(-1, count: 2 * offset + 1))
            self[keyPath: reset][offset + 1] = 0
        }
        let met = old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in
                forward.withUnsafeMutableBufferPointer { forward in
                    backward.withUnsafeMutableBufferPointer { backward in
                        Self.meet(
                            UnsafeBufferPointer(rebasing: old[oldRange]), UnsafeBufferPointer(rebasing: new[newRange]),
                            forward, backward, most, &steps)
                    }
                }
            }
        }
        guard steps > 0 else { return nil }
        let (x, y) = met ?? furthest(offset, most)
        let isCorner = (x == 0 && y == 0) || (x == oldRange.count && y == newRange.count)
        return isCorner ? nil : Match(old: oldRange.lowerBound + x, new: newRange.lowerBound + y)
    }

    /// Where the ways from both ends meet within `most` edits each; nil when they do not, or when the steps are used up.
    private static func meet(
        _ old: UnsafeBufferPointer<Int32>, _ new: UnsafeBufferPointer<Int32>,
        _ forward: UnsafeMutableBufferPointer<Int>, _ backward: UnsafeMutableBufferPointer<Int>, _ most: Int,
        _ steps: inout Int
    ) -> (x: Int, y: Int)? {
        let (n, m) = (old.count, new.count)
        let (delta, offset) = (n - m, most + 1)
        for edits in 0...most {
            for k in stride(from: -edits, through: edits, by: 2) {
                var x = next(forward, offset + k, isFirst: k == -edits, isLast: k == edits)
                guard x >= 0, x <= n, x - k >= 0, x - k <= m else { continue }
                while x < n, x - k < m, old[x] == new[x - k] {
                    x += 1
                    steps -= 1
                }
                forward[offset + k] = x
                // On this diagonal the other direction has been as far as its previous round.
                let other = delta - k
                if delta & 1 != 0, other.magnitude < edits, backward[offset + other] >= 0,
                    x + backward[offset + other] >= n
                {
                    return (x, x - k)
                }
            }
            for k in stride(from: -edits, through: edits, by: 2) {
                var x = next(backward, offset + k, isFirst: k == -edits, isLast: k == edits)
                guard x >= 0, x <= n, x - k >= 0, x - k <= m else { continue }
                while x < n, x - k < m, old[n - 1 - x] == new[m - 1 - x + k] {
                    x += 1
                    steps -= 1
                }
                backward[offset + k] = x
                let other = delta - k
                if delta & 1 == 0, other.magnitude <= edits, forward[offset + other] >= 0,
                    x + forward[offset + other] >= n
                {
                    return (n - x, m - x + k)
                }
            }
            steps -= 2 * (edits + 1)
            guard steps > 0 else { return nil }
        }
        return nil
    }

    /// The old index at which a way arrives on a diagonal with one more edit: from the neighbour that reached further.
    private static func next(
        _ reached: UnsafeMutableBufferPointer<Int>, _ diagonal: Int, isFirst: Bool, isLast: Bool
    ) -> Int {
        let (below, above) = (reached[diagonal - 1], reached[diagonal + 1])
        return isFirst || (!isLast && below < above) ? above : below + 1
    }

    /// The place reached furthest from the beginning.
    private func furthest(_ offset: Int, _ most: Int) -> (x: Int, y: Int) {
        var place = (x: 0, y: 0)
        for k in -most...most where forward[offset + k] >= 0 {
            let x = forward[offset + k]
            if 2 * x - k > place.x + place.y { place = (x, x - k) }
        }
        return place
    }
}
