import Domain

/// How drift is watched.
public struct DriftSettings: Hashable, Sendable {
    /// One false alarm is accepted in so long a time, over the whole board.
    public var budget = Nanoseconds.days(30)
    /// How long a window is at least.
    public var window = Nanoseconds.minutes(15)
    /// A window with too few calls is made longer, up to this.
    public var longestWindow = Nanoseconds.hours(24)
    /// A reference is learned for at least so long, over at least so many calls.
    public var learning = Nanoseconds.hours(24)
    public var learningCalls: Int64 = 2000
    /// And then with fewer calls, at least `fewestReference`.
    public var longestLearning = Nanoseconds.days(7)
    /// Independent values that the reference and a window need.
    public var fewestReference = 500.0
    public var fewestValues = 100.0
    /// Embeddings that a window needs, and buckets of sessions that either side needs.
    public var fewestEmbeddings = 300
    public var fewestBuckets = 20
    /// Jensen-Shannon distance, or W₁ over the interquartile range of the reference, from which a change matters.
    public var leastDistance = 0.1
    public var leastShift = 0.1
    /// √MMD² from which a change matters.
    public var leastDiscrepancy = 0.02

    /// The usual ones.
    public init() {}

    /// What M must reach: the windows of the budget, times the signals that share it.
    func threshold(signals: Int) -> Double {
        max(2, Double(budget.count) / Double(max(1, window.count)) * Double(max(1, signals)))
    }
}
