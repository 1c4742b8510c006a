/// What has changed, in the numbers and words that a person can act on.
public struct DriftExplanation: Hashable, Sendable {
    /// Of numbers: the same quantile in the reference and now.
    public struct Quantile: Hashable, Sendable {
        /// 0 … 1.
        public var share: Double
        public var then: Double
        public var now: Double
        /// A quantile then and now.
        public init(share: Double, then: Double, now: Double) { (self.share, self.then, self.now) = (share, then, now) }
    }

    /// Of categories, topics among them: shares of all calls.
    public struct Category: Hashable, Sendable {
        public var name: String
        public var then: Double
        public var now: Double
        /// A share then and now, 0 … 1.
        public init(name: String, then: Double, now: Double) { (self.name, self.then, self.now) = (name, then, now) }
    }

    /// A part of the calls, and how far it is from its own past.
    public struct Segment: Hashable, Sendable {
        public var release: String?
        public var model: String?
        /// Its share of the calls now, 0 … 1.
        public var share: Double
        /// Jensen-Shannon distance from the same part of the reference; nil when that has too little of it.
        public var distance: Double?
        /// A part of the calls.
        public init(release: String?, model: String?, share: Double, distance: Double?) {
            (self.release, self.model, self.share, self.distance) = (release, model, share, distance)
        }
    }

    /// A word, by the shares of the texts that have it.
    public struct Word: Hashable, Sendable {
        public var word: String
        public var then: Double
        public var now: Double
        /// Log-odds over their standard error: beyond ±3.3 it is hardly chance.
        public var z: Double
        /// A word then and now.
        public init(word: String, then: Double, now: Double, z: Double) {
            (self.word, self.then, self.now, self.z) = (word, then, now, z)
        }
    }

    /// A call to look at.
    public struct Example: Hashable, Sendable {
        public var traceID: TraceID
        public var spanID: SpanID
        /// The beginning of what was said, sensitive parts masked; nil when nothing was said or kept.
        public var text: String?
        /// A call to look at.
        public init(traceID: TraceID, spanID: SpanID, text: String?) {
            (self.traceID, self.spanID, self.text) = (traceID, spanID, text)
        }
    }

    public var quantiles: [Quantile] = []
    /// How far numbers have moved on average (W₁), in their own unit.
    public var shift: Double?
    /// The population stability index, and about what chance alone makes of it.
    public var stabilityIndex: Double?
    public var stabilityIndexByChance: Double?
    /// The share of calls that would have to be moved to get the reference back, 0 … 1.
    public var affected: Double?
    /// Largest change first.
    public var categories: [Category] = []
    /// The one that carries most of the change first.
    public var segments: [Segment] = []
    /// Words of the input, those that grew most first, those that shrank most last.
    public var words: [Word] = []
    public var examples: [Example] = []
    /// What was changed shortly before the drift began, or since.
    public var marks: [Mark] = []

    /// A filter that finds the calls behind it; nil when none does.
    public var filter: String?

    /// Nothing is said.
    public init() {}
}
