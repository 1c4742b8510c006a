import Domain

/// A question that rollups answer: sums of calls by group and, for charts, by step.
struct RollupQuery: Hashable {
    /// Minutes since 1970.
    var minutes: Range<Int64>
    /// Minutes a step; nil for one step over the whole range.
    var step: Int64?
    var by: [Dimension]
    var filter: Filter
    var scope = Scope.calls
    /// Whether the distributions of tokens and cost are wanted.
    var wantsAllSketches = false

    /// Which spans are summed.
    enum Scope: Hashable {
        /// LLM calls.
        case calls
        case operation(Operation)
        /// Every counted span, whatever it does.
        case all

        init(_ operation: Operation?) { self = operation.map { .operation($0) } ?? .calls }
    }

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
        scope == .calls && filter.isAnsweredByTotals && by.allSatisfy { $0 == .environment || $0 == .service }
    }

    /// Whether the calls of `series` belong to the answer.
    func includes(_ series: SeriesTexts) -> Bool {
        if isAnsweredByTotals { return series.isTotal && filter.matches(series) }
        guard !series.isTotal, filter.matches(series) else { return false }
        switch scope {
        case .operation(let operation): return series.operation == operation.rawValue
        case .all: return true
        // Scores whose call nobody knows have no operation; a filter that names one speaks for itself.
        case .calls:
            return filter.namesOperation || series.operation.map { Operation(rawValue: $0).isInference } ?? true
        }
    }

    /// The longest level whose steps fit.
    var longestLevel: RollupLevel {
        guard let step else { return .hour }
        return RollupLevel.allCases.last { step % $0.minutes == 0 } ?? .minute
    }
}
