/// What LLM calls add up to since the writer started, for counters that other systems read: by what a call counts as, corrected whenever
/// it turns out that it counts otherwise.
///
/// A correction takes out what was counted before, but a counter never goes down: each shows the most that its number ever was, and
/// stands still until the number has caught up. So it is late by what was corrected, never too high by more than what was under
/// correction at one moment.
public struct CallTotals: Sendable {
    /// What calls are told apart by.
    public struct Series: Hashable, Sendable {
        /// Empty where the calls say nothing.
        public var environment = ""
        public var service = ""
        public var model = ""
        public var release = ""
    }

    /// Numbers of the calls of one series, as counters show them.
    public struct Numbers: Equatable, Sendable {
        public var calls: Int64 = 0
        public var errors: Int64 = 0
        /// Calls for which no cost is known.
        public var unpriced: Int64 = 0
        public var inputTokens: Int64 = 0
        public var outputTokens: Int64 = 0
        public var cacheReadTokens: Int64 = 0
        public var cacheWriteTokens: Int64 = 0
        /// Nano-dollars.
        public var cost: Int64 = 0
        /// Nanoseconds.
        public var duration: Int64 = 0
        /// How many calls took no longer than each of `bounds`, and how many say how long they took.
        public var durations = [Int64](repeating: 0, count: CallTotals.bounds.count + 1)
    }

    /// Upper bounds of durations in seconds, ascending.
    public static let bounds = [0.25, 0.5, 1, 2, 4, 8, 15, 30, 60]
    /// Series that are told apart; what comes later counts as `other`.
    public static let mostSeries = 500

    /// Numbers as they are, and the most that each ever was.
    fileprivate struct Cell: Sendable {
        var net = Numbers()
        var shown = Numbers()
    }

    private var cells: [Series: Cell] = [:]

    /// What counters show, in no order.
    public var shown: [(series: Series, numbers: Numbers)] { cells.map { ($0.key, $0.value.shown) } }

    /// Adds what one call of `series` adds to the rollups, or takes it out.
    mutating func add(_ contribution: Contribution, to series: Series) {
        guard contribution.judgement == nil else { return }
        let isKnown = cells[series] != nil || cells.count < Self.mostSeries
        cells[isKnown ? series : Self.others, default: Cell()].add(contribution)
    }

    private static let others = Series(environment: "other", service: "other", model: "other", release: "other")
}

extension CallTotals.Cell {
    fileprivate mutating func add(_ contribution: Contribution) {
        net.add(contribution)
        shown.raise(to: net)
    }
}

extension CallTotals.Numbers {
    fileprivate mutating func add(_ contribution: Contribution) {
        let sign = contribution.sign
        calls &+= sign
        if contribution.isError { errors &+= sign }
        if contribution.cost == nil, !contribution.isUnbilled { unpriced &+= sign }
        inputTokens &+= (contribution.inputTokens ?? 0) &* sign
        outputTokens &+= (contribution.outputTokens ?? 0) &* sign
        cacheReadTokens &+= (contribution.cacheReadTokens ?? 0) &* sign
        cacheWriteTokens &+= (contribution.cacheWriteTokens ?? 0) &* sign
        cost &+= (contribution.cost ?? 0) &* sign
        guard let length = contribution.duration else { return }
        duration &+= length &* sign
        let seconds = Double(length) / 1e9
        for (index, bound) in CallTotals.bounds.enumerated() where seconds <= bound { durations[index] &+= sign }
        durations[CallTotals.bounds.count] &+= sign
    }

    /// Each number becomes that of `other` where that is higher. What is nested, such as the counts of durations, stays so.
    fileprivate mutating func raise(to other: CallTotals.Numbers) {
        calls = max(calls, other.calls)
        errors = max(errors, other.errors)
        unpriced = max(unpriced, other.unpriced)
        inputTokens = max(inputTokens, other.inputTokens)
        outputTokens = max(outputTokens, other.outputTokens)
        cacheReadTokens = max(cacheReadTokens, other.cacheReadTokens)
        cacheWriteTokens = max(cacheWriteTokens, other.cacheWriteTokens)
        cost = max(cost, other.cost)
        duration = max(duration, other.duration)
        for index in durations.indices { durations[index] = max(durations[index], other.durations[index]) }
    }
}
