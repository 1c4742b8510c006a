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

    /// What one commit changes in a series.
    struct Change: Equatable {
        fileprivate(set) var numbers = Numbers()

        /// Adds what one call adds to the rollups, or takes out. Each call that says how long it took counts in one place only.
        mutating func add(_ contribution: Contribution) {
            let sign = contribution.sign
            numbers.calls &+= sign
            if contribution.isError { numbers.errors &+= sign }
            if contribution.cost == nil, !contribution.isUnbilled { numbers.unpriced &+= sign }
            numbers.inputTokens &+= (contribution.inputTokens ?? 0) &* sign
            numbers.outputTokens &+= (contribution.outputTokens ?? 0) &* sign
            numbers.cacheReadTokens &+= (contribution.cacheReadTokens ?? 0) &* sign
            numbers.cacheWriteTokens &+= (contribution.cacheWriteTokens ?? 0) &* sign
            numbers.cost &+= (contribution.cost ?? 0) &* sign
            guard let length = contribution.duration else { return }
            numbers.duration &+= length &* sign
            let seconds = Double(length) / 1e9
            numbers.durations[CallTotals.bounds.firstIndex { seconds <= $0 } ?? CallTotals.bounds.count] &+= sign
        }
    }

    /// Numbers as they are, and the most that each ever was.
    private struct Cell: Sendable {
        private var net = Numbers()
        private(set) var shown = Numbers()

        mutating func add(_ change: Numbers) {
            func add(_ number: WritableKeyPath<Numbers, Int64>) {
                net[keyPath: number] &+= change[keyPath: number]
                shown[keyPath: number] = max(shown[keyPath: number], net[keyPath: number])
            }
            for number in Self.sums { add(number) }
            var sum: Int64 = 0
            for index in net.durations.indices {
                sum &+= change.durations[index]
                net.durations[index] &+= sum
                shown.durations[index] = max(shown.durations[index], net.durations[index])
            }
        }

        private static var sums: [WritableKeyPath<Numbers, Int64>] {
            [
                \.calls, \.errors, \.unpriced, \.inputTokens, \.outputTokens, \.cacheReadTokens, \.cacheWriteTokens,
                \.cost, \.duration,
            ]
        }
    }

    private var cells: [Series: Cell] = [:]

    /// What counters show, in no order.
    public var shown: [(series: Series, numbers: Numbers)] { cells.map { ($0.key, $0.value.shown) } }

    /// Adds what a commit changes in `series`.
    mutating func add(_ change: Change, to series: Series) {
        let isKnown = cells[series] != nil || cells.count < Self.mostSeries
        cells[isKnown ? series : Self.others, default: Cell()].add(change.numbers)
    }

    private static let others = Series(environment: "other", service: "other", model: "other", release: "other")
}
