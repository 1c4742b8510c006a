/// Rows of a segment, one bit each: the rows of a user may be half of them.
struct RowSet {
    private var words: [UInt64]
    private let last: Int64

    /// No rows, of a segment with rows from 1 to `last`.
    init(upTo last: Int64) {
        self.last = max(0, last)
        words = Array(repeating: 0, count: Int(clamping: self.last / 64 + 1))
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Adds a row; one that the segment does not have is none.
    @inline(__always)
    mutating func insert(_ row: Int64) {
        guard row >= 0, row <= last else { return }
        words[Int(row / 64)] |= 1 << UInt64(row % 64)
    }

    /// Leaves those that also stand in `other`.
    mutating func formIntersection(_ other: RowSet) {
        for index in words.indices { words[index] &= index < other.words.count ? other.words[index] : 0 }
    }

    /// Whether it has more than one row of sixteen.
    var isDense: Bool { words.reduce(0) { $0 + Int64($1.nonzeroBitCount) } > last / 16 }

    @inline(__always)
    func contains(_ row: Int64) -> Bool {
        row >= 0 && row <= last && words[Int(row / 64)] & 1 << UInt64(row % 64) != 0
    }

    /// Whether one of them lies within `rows`.
    func contains(anyOf rows: ClosedRange<Int64>) -> Bool {
        var row = rows.lowerBound
        return next(from: &row) <= rows.upperBound
    }

    /// Those within `rows`, in ascending order.
    func rows(in rows: ClosedRange<Int64>) -> [Int64] {
        var found: [Int64] = []
        var row = rows.lowerBound
        while case let next = next(from: &row), next <= rows.upperBound { found.append(next) }
        return found
    }

    /// All of them, in ascending order.
    var rows: [Int64] { rows(in: 0...last) }

    /// The first of them from `row` on, behind which `row` is then; `.max` when there is none.
    private func next(from row: inout Int64) -> Int64 {
        row = max(0, row)
        while row <= last {
            let rest = words[Int(row / 64)] >> UInt64(row % 64)
            if rest != 0 {
                row += Int64(rest.trailingZeroBitCount) + 1
                return row - 1
            }
            row = (row / 64 + 1) * 64
        }
        return .max
    }
}
