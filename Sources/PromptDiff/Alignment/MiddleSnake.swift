/// Where a shortest edit script of two sequences passes its middle (Myers 1986, section 4b), found from both ends at once in time
/// proportional to the square of the differences and in linear memory.
///
/// When the sequences differ by more than `mostEdits`, the place that was reached furthest from the beginning stands in: the script is
/// then no longer the shortest, and the time stays proportional to the length.
struct MiddleSnake {
    private static let mostEdits = 200

    /// By diagonal (old index minus new index, plus an offset): the furthest old index reached.
    private var forward: [Int] = []
    private var backward: [Int] = []

    /// The place at which to cut, an index into each sequence; nil when there is none that leaves less on both sides or no work is left.
    ///
    /// The pieces begin and end with different elements.
    mutating func cut(
        _ old: [Int32], _ oldRange: Range<Int>, _ new: [Int32], _ newRange: Range<Int>, steps: inout Int
    ) -> Match? {
        let (n, m) = (oldRange.count, newRange.count)
        let (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
        let delta = n - m
        let most = min(Self.mostEdits, (n + m + 1) / 2)
        let offset = most + 1
        forward.removeAll(keepingCapacity: true)
        forward.append(contentsOf: repeatElement(-1, count: 2 * offset + 1))
        backward.removeAll(keepingCapacity: true)
        backward.append(contentsOf: repeatElement(-1, count: 2 * offset + 1))
        (forward[offset + 1], backward[offset + 1]) = (0, 0)

        for edits in 0...most {
            for k in stride(from: -edits, through: edits, by: 2) {
                var x =
                    k == -edits || (k != edits && forward[offset + k - 1] < forward[offset + k + 1])
                    ? forward[offset + k + 1] : forward[offset + k - 1] + 1
                guard x >= 0, x <= n, x - k >= 0, x - k <= m else { continue }
                let start = x
                while x < n, x - k < m, old[oldStart + x] == new[newStart + x - k] { x += 1 }
                steps -= x - start + 1
                forward[offset + k] = x
                // On this diagonal the other direction has been as far as its previous round.
                let other = delta - k
                if delta & 1 != 0, other.magnitude < edits, backward[offset + other] >= 0,
                    x + backward[offset + other] >= n
                {
                    return inside(x, x - k, oldRange, newRange)
                }
            }
            for k in stride(from: -edits, through: edits, by: 2) {
                var x =
                    k == -edits || (k != edits && backward[offset + k - 1] < backward[offset + k + 1])
                    ? backward[offset + k + 1] : backward[offset + k - 1] + 1
                guard x >= 0, x <= n, x - k >= 0, x - k <= m else { continue }
                let start = x
                while x < n, x - k < m, old[oldStart + n - 1 - x] == new[newStart + m - 1 - x + k] { x += 1 }
                steps -= x - start + 1
                backward[offset + k] = x
                let other = delta - k
                if delta & 1 == 0, other.magnitude <= edits, forward[offset + other] >= 0,
                    x + forward[offset + other] >= n
                {
                    return inside(n - x, m - x + k, oldRange, newRange)
                }
            }
            guard steps > 0 else { return nil }
        }
        return furthest(offset, most, oldRange, newRange)
    }

    /// The place reached furthest from the beginning.
    private func furthest(_ offset: Int, _ most: Int, _ oldRange: Range<Int>, _ newRange: Range<Int>) -> Match? {
        var reached = (x: 0, y: 0)
        for k in -most...most where forward[offset + k] >= 0 {
            let x = forward[offset + k]
            if 2 * x - k > reached.x + reached.y { reached = (x, x - k) }
        }
        return inside(reached.x, reached.y, oldRange, newRange)
    }

    private func inside(_ x: Int, _ y: Int, _ oldRange: Range<Int>, _ newRange: Range<Int>) -> Match? {
        let isCorner = (x == 0 && y == 0) || (x == oldRange.count && y == newRange.count)
        return isCorner ? nil : Match(old: oldRange.lowerBound + x, new: newRange.lowerBound + y)
    }
}
