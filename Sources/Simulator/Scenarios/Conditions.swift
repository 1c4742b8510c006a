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
        /// The version of its prompt, where it is not the one that it was released with.
        public var promptVersion: String?
        /// What it is called, where it is not what the sample data call it.
        public var release: String?
        /// Tokens that its prompt has more.
        public var extraTokens = 0
        /// Multiplies how likely the provider has the beginning of a prompt in its cache.
        public var caching = 1.0
    }

    /// A model that answers under the name of another one, against what is usual.
    public struct Substitute: Sendable, Hashable {
        /// What it calls itself.
        public var name: String
        /// Multiplies the times of a call.
        public var slowness: Double
        /// What its answers lose in faithfulness and relevance.
        public var loss: Double
    }

    /// Multiplies the number of customers who come.
    public var load = 1.0
    /// The share of users whom the canary release serves, 0 to 1.
    public var canaryShare = 0.0
    /// The release that serves everybody else.
    public var stable = Behaviour()
    /// The release on trial.
    public var canary = Behaviour()
    /// The service that sums conversations up.
    public var summaries = Behaviour()
    /// Models that answer in the place of the one that is asked for, by its name.
    public var substitutes: [String: Substitute] = [:]
    /// What customers ask and how, against what is usual.
    public struct Questions: Sendable, Hashable {
        /// Something that takes a share of the conversations.
        public struct Share: Sendable, Hashable {
            /// A topic or a language of the sample data.
            public var name: String
            /// 0 to 1.
            public var share: Double
        }

        /// A topic that is asked about more than usual.
        public var topic: Share?
        /// A language that takes exactly its share, whatever is usual.
        public var language: Share?
        /// Sentences that customers write before their question.
        public var sentences = 0
    }

    /// The share of calls to a model that fail, where it is more than usual.
    public var outages: [String: Double] = [:]
    /// What customers ask.
    public var questions = Questions()
    /// The share of answers that turn sour, 0 to 1.
    public var sourness = 0.0
}
