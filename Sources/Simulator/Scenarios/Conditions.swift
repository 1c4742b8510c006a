/// What the simulated world is like at a moment.
public struct Conditions: Sendable, Hashable {
    /// How a release behaves, against what is usual.
    public struct Behaviour: Sendable, Hashable {
        /// Multiplies the time to the first token and the time of every further one.
        public var slowness = 1.0
        /// The share of calls that take three times longer still.
        public var stragglers = 0.0
        /// Mean of the faithfulness that the evaluator finds, 0 to 1.
        public var faithfulness = 0.94
        /// Mean of the relevance that the evaluator finds, 0 to 1.
        public var relevance = 0.91
    }

    /// Multiplies the number of customers who come.
    public var load = 1.0
    /// The share of users whom the canary release serves, 0 to 1.
    public var canaryShare = 0.0
    /// The release that serves everybody else.
    public var stable = Behaviour()
    /// The release on trial.
    public var canary = Behaviour()
    /// The share of calls to a model that fail, where it is more than usual.
    public var outages: [String: Double] = [:]
}
