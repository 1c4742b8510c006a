/// When to say that something is wrong, and how loudly. Made by `init(_: AlertRuleDraft)`, which checks it.
public struct AlertRule: Hashable, Sendable {
    public var name: String
    /// Which calls; only of what rollups keep.
    public var scope: Filter
    /// One alert for each combination of values; empty for one alert in all.
    public var by: [Dimension]
    public var condition: Condition
    /// For how long a limit must be crossed before the alert fires.
    public var hold: Nanoseconds
    /// What it means that there is no data where there was some.
    public var noData: NoDataPolicy
    /// After how long an alert that fires and that nobody acknowledged is said again; nil for never.
    public var reminder: Nanoseconds?
    /// Alerts that agree in these dimensions are one notification.
    public var group: [Dimension]
    /// Names of receivers; empty for all.
    public var receivers: [String]
    /// What it is for and what to do, for whoever is woken.
    public var summary: String?

    /// What makes it alarming.
    public enum Condition: Hashable, Sendable {
        case threshold(Threshold)
        case objective(Objective)
        case budget(Budget)
    }

    /// A measure of the last `window` beyond a limit.
    public struct Threshold: Hashable, Sendable {
        public var measure: AlertMeasure
        public var window: Nanoseconds
        public var alarms: AlertWatched.Side
        /// In the unit of the measure, or how many times the baseline; at least one of both is there, and `page` lies beyond `warn`.
        public var warn: Double?
        public var page: Double?
        /// Fewer calls in the window (and in that of the baseline) are no evidence: nothing changes.
        public var fewestCalls: Int64
        /// What the limits are multiples of; nil when they are amounts of the measure.
        public var baseline: Baseline?

        /// What is usual, as the subject's own past says it.
        public enum Baseline: Hashable, Sendable {
            /// The measure over a window of the same length that ended so long before.
            case earlier(Nanoseconds)
            /// The longest pause between two minutes with calls within the window: only of freshness.
            case longestPause
            /// The measure of whatever has most calls among the values of the last dimension by which the rule is split, the others being equal;
            /// of releases and prompts, only of those that agree in what stands before the `@`. What has most calls itself has none.
            case busiestOther
        }
    }

    /// A share of calls that must be good over a long time, watched by how fast the rest is used up.
    public struct Objective: Hashable, Sendable {
        /// When a call is good.
        public var good: Good
        /// The share of good calls aimed at, above 0 and below 1.
        public var target: Double
        /// Over how long.
        public var period: Nanoseconds
        public var fewestCalls: Int64

        /// What makes a call good.
        public enum Good: Hashable, Sendable {
            case withoutError
            /// Seconds.
            case fasterThan(Double)
        }
    }

    /// What may be used in a calendar month (UTC).
    public struct Budget: Hashable, Sendable {
        public var unit: BudgetUnit
        public var amount: Double
        /// Shares of the amount that the forecast (or what is already used) reaches, such as 0.8 and 1.
        public var warn: Double?
        public var page: Double?
    }

    /// What silence means.
    public enum NoDataPolicy: String, Sendable, CaseIterable {
        /// Traffic may end: the alert of a subject that is gone resolves. For split rules whose values come and go.
        case resolve
        /// The state is no data, shown and not delivered.
        case show
        /// No data is delivered as a warning.
        case warn
        /// No data is delivered as a page.
        case page
    }
}
