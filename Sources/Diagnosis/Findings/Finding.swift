import Domain

/// Something that is clearly wrong, as numbers.
public struct Finding: Hashable, Sendable {
    /// What is wrong.
    public enum Measure: Hashable, Sendable {
        case errors
        case latency
        case traffic
        /// Of a model server: its queue or its cache.
        case capacity
    }

    /// What a finding is about.
    public enum Subject: Hashable, Sendable {
        case all
        /// The row with this value of the grouping.
        case row(String?)
        /// The model server of this name.
        case server(String)
    }

    /// What is measured and what it is compared with.
    public enum Evidence: Hashable, Sendable {
        /// Shares of failed calls, 0 to 1.
        case errors(Comparison)
        /// Seconds: the p95 of the latency.
        case latency(Comparison)
        /// There are no calls; a second, there were so many before.
        case silence(before: Double)
        case server(ServerTrouble)
    }

    /// A level that is worse than another.
    public struct Comparison: Hashable, Sendable {
        public var present: Double
        /// Whether the level is the present one only: it became so within the range.
        public var isShift: Bool
        public var reference: Double
        public var against: Reference
    }

    /// What a level is compared with.
    public enum Reference: Hashable, Sendable {
        /// The earlier part of the range.
        case before
        /// All other groups.
        case others
        /// Another version of the same name; nil where the calls say none.
        case peer(String?)
    }

    public var subject: Subject
    public var evidence: Evidence
    /// Since when, if it began within the range.
    public var since: Timestamp?
    /// How many times worse than what it is compared with; orders findings.
    public var factor: Double
    public var isCritical: Bool

    public var measure: Measure {
        switch evidence {
        case .errors: .errors
        case .latency: .latency
        case .silence: .traffic
        case .server: .capacity
        }
    }
}
