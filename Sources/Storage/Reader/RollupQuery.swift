import Domain

/// A question that rollups answer: sums of calls by group and, for charts, by step.
struct RollupQuery {
    /// Minutes since 1970.
    var minutes: Range<Int64>
    /// Minutes a step; nil for one step over the whole range.
    var step: Int64?
    var by: [Dimension]
    var filter: Filter
    /// LLM calls when nil.
    var operation: Operation?
    /// Whether the distributions of tokens and cost are wanted.
    var wantsAllSketches = false

    /// The sums of one group at one step.
    struct Cell: Hashable {
        var key: [String?]
        /// The first minute of the step; 0 when there is one step only.
        var minute: Int64
    }

    func cell(_ key: [String?], minute: Int64) -> Cell {
        Cell(key: key, minute: step.map { RollupLevel.step(minute, $0) * $0 } ?? 0)
    }

    /// Whether the totals of environments and services suffice.
    var isAnsweredByTotals: Bool {
        operation == nil && filter.isAnsweredByTotals && by.allSatisfy { $0 == .environment || $0 == .service }
    }

    /// Whether the calls of `series` belong to the answer.
    func includes(_ series: SeriesTexts) -> Bool {
        if isAnsweredByTotals { return series.isTotal && filter.matches(series) }
        guard !series.isTotal, filter.matches(series) else { return false }
        if let operation { return series.operation == operation.rawValue }
        // Scores whose call nobody knows have no operation; a filter that names one speaks for itself.
        return filter.namesOperation || series.operation.map { Operation(rawValue: $0).isInference } ?? true
    }

    /// The longest level whose steps fit.
    var longestLevel: RollupLevel {
        guard let step else { return .hour }
        return RollupLevel.allCases.last { step % $0.minutes == 0 } ?? .minute
    }
}
