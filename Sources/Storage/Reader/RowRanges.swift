/// Numbers of rows as few ranges: rows that stand close together are read in one go, with what lies between them.
enum RowRanges {
    /// Ranges that cover `rows`, which are in ascending order.
    static func covering(_ rows: [Int64]) -> [ClosedRange<Int64>] {
        var ranges: [ClosedRange<Int64>] = []
        for row in rows {
            if let last = ranges.last, row > last.upperBound, row &- last.upperBound <= gap {
                ranges[ranges.count - 1] = last.lowerBound...row
            } else if ranges.last.map({ $0.upperBound < row }) ?? true {
                ranges.append(row...row)
            }
        }
        return ranges
    }

    /// Finding a row anew costs as much as passing so many.
    private static let gap: Int64 = 12
}
