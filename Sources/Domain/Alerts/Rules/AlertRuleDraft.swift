/// A rule as people write it, before it is known to make sense.
public struct AlertRuleDraft: Hashable, Sendable {
    public var name = ""
    /// Which calls, in the language of filters.
    public var scope = ""
    public var by: [String] = []
    public var condition: Condition
    public var hold: String?
    public var noData: String?
    public var reminder: String?
    public var group: [String]?
    public var receivers: [String] = []
    public var summary: String?

    /// What makes it alarming.
    public enum Condition: Hashable, Sendable {
        case threshold(Threshold)
        case objective(Objective)
        case budget(Budget)
    }

    /// A measure beyond a limit, such as `latency p95` over `5m` at `> 2s`.
    public struct Threshold: Hashable, Sendable {
        public var measure = ""
        public var over: String?
        /// What limits such as `> 3x` are multiples of: `24h ago`, `busiest other`, `longest pause`.
        public var than: String?
        public var warn: String?
        public var page: String?
        public var fewestCalls: String?
        /// A draft of nothing.
        public init() {}
    }

    /// A share of good calls over a long time, such as `no error` in `99.5%` of `30d`.
    public struct Objective: Hashable, Sendable {
        public var good = ""
        public var target = ""
        public var period: String?
        public var fewestCalls: String?
        /// A draft of nothing.
        public init() {}
    }

    /// What may be used in a month, such as `$2000` or `500M tokens`.
    public struct Budget: Hashable, Sendable {
        public var amount = ""
        public var warn: String?
        public var page: String?
        /// A draft of nothing.
        public init() {}
    }

    /// A draft with nothing but its condition.
    public init(_ condition: Condition) { self.condition = condition }
}
