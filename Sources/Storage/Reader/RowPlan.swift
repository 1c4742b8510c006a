import Domain

/// What a segment tells about a filter before its rows are read: which blocks and which rows can match.
struct RowPlan {
    /// An expression of SQL over `span s LEFT JOIN resolution r`: true for every row that matches, and for some more. Made of our own
    /// words and numbers.
    private(set) var condition = "s.operation IS NOT NULL"
    /// False when no row of the segment can match.
    private(set) var isPossible = true
    /// Which terms each text answers, one bit a term.
    private var terms: [UInt64: UInt64] = [:]
    private var allTerms: UInt64 = 0
    /// The only rows that can match from `candidatesFrom` on, in ascending order; nil when all can.
    private var candidates: [Int64]?
    private var candidatesFrom: Int64 = 0

    /// Whether texts of blocks tell anything.
    var namesTexts: Bool { allTerms != 0 }

    /// Adds an expression that must hold.
    mutating func require(_ expression: String) { condition += " AND " + expression }

    /// Adds that a column must have one of these texts, 0 standing for none.
    mutating func require(_ column: TextColumn, in texts: [UInt32]) {
        guard !texts.isEmpty else { return isPossible = false }
        let bit = allTerms &+ 1
        if bit != 0 {
            allTerms |= bit
            for text in texts { terms[column.symbol(text), default: 0] |= bit }
        }
        require(column.expression, in: texts)
    }

    /// Adds that an expression must be one of these texts, 0 standing for none.
    mutating func require(_ expression: String, in texts: [UInt32]) {
        guard !texts.isEmpty else { return isPossible = false }
        guard texts.count <= Self.mostTexts else { return }
        let list = texts.map(String.init).joined(separator: ",")
        require("\(texts.contains(0) ? "coalesce(\(expression), 0)" : expression) IN (\(list))")
    }

    /// Adds that from row `first` on only these rows, in ascending order, can match.
    mutating func require(rows: [Int64], from first: Int64) {
        candidatesFrom = max(candidatesFrom, first)
        candidates =
            candidates.map { known in
                let wanted = Set(rows)
                return known.filter(wanted.contains)
            } ?? rows
        if candidates?.isEmpty == true, candidatesFrom <= 1 { isPossible = false }
    }

    /// Whether the texts of a block answer every term; nil when they are damaged.
    func mayMatch(texts: UnsafeRawBufferPointer) -> Bool? {
        var found: UInt64 = 0
        let isSound = BlockTexts.forEach(texts) { if let bits = terms[$0] { found |= bits } }
        return isSound ? found == allTerms : nil
    }

    /// The rows of a block that have to be read one by one; nil when all have.
    private func candidates(in block: ClosedRange<Int64>) -> ArraySlice<Int64>? {
        guard let candidates, block.lowerBound >= candidatesFrom else { return nil }
        let first = candidates.partition(where: { $0 >= block.lowerBound })
        let end = candidates.partition(where: { $0 > block.upperBound })
        return candidates[first..<end]
    }

    /// All rows that can match, when the segment knows them.
    var onlyRows: [ClosedRange<Int64>]? { candidatesFrom <= 1 ? candidates.map(RowRanges.covering) : nil }

    /// The parts of a block that have to be read.
    func ranges(in block: ClosedRange<Int64>) -> [ClosedRange<Int64>] {
        candidates(in: block).map { RowRanges.covering(Array($0)) } ?? [block]
    }

    func hasCandidates(in block: ClosedRange<Int64>) -> Bool { candidates(in: block)?.isEmpty != true }

    /// More texts are not listed in SQL.
    private static let mostTexts = 500
}

extension [Int64] {
    /// The first index at which `isBehind` holds, which does from there on.
    fileprivate func partition(where isBehind: (Int64) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
