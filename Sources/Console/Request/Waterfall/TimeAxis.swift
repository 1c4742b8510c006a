import Domain

/// The common time axis of the waterfall.
struct TimeAxis {
    let range: TimeRange
    /// Cells.
    let width: Int

    /// The cells of something that lasts from `start` to `end`: at least one, and never outside.
    func cells(from start: Timestamp, to end: Timestamp) -> Range<Int> {
        guard width > 0 else { return 0..<0 }
        let first = min(max(0, Int(cell(start).rounded(.down))), width - 1)
        let last = min(max(first + 1, Int(cell(end).rounded(.up))), width)
        return first..<last
    }

    private func cell(_ moment: Timestamp) -> Double {
        let length = range.length.seconds
        guard length > 0 else { return 0 }
        return min(max(moment.since(range.from).seconds / length, 0), 1) * Double(width)
    }
}
