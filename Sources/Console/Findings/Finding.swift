import Domain

/// Something that is clearly wrong, in words and numbers.
struct Finding: Hashable, Sendable {
    /// What is wrong.
    enum Measure: Hashable, Sendable {
        case errors
        case latency
        case traffic
        /// Of a model server: its queue or its cache.
        case capacity
    }

    var measure: Measure
    /// The group that it is about; nil for all calls.
    var subject: Subject
    /// What is measured and what it is compared with: `p95 4.02 s, r41 has 1.41 s`.
    var statement: String
    /// Since when, if it began within the range.
    var since: Timestamp?
    /// How many times worse than what it is compared with; orders findings.
    var factor: Double
    var isCritical: Bool

    /// What a finding is about.
    enum Subject: Hashable, Sendable {
        case all
        /// The row with this value of the grouping.
        case row(String?)
        /// The model server of this name.
        case server(String)
    }
}
