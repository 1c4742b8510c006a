/// Everything about drift at a moment.
public struct DriftBoard: Hashable, Sendable {
    /// When it was looked at last.
    public var evaluated: Timestamp
    /// One false alarm is accepted in so long a time, over everything here.
    public var budget: Nanoseconds
    /// What needs somebody first.
    public var findings: [DriftFinding]
    public var references: [DriftReference]
    /// Of the last day; most failures beyond what is usual first.
    public var failures: [FailureCluster]
    /// What keeps something from being watched, in words.
    public var troubles: [String]

    /// A board of nothing.
    public init(evaluated: Timestamp, budget: Nanoseconds) {
        (self.evaluated, self.budget) = (evaluated, budget)
        (findings, references, failures, troubles) = ([], [], [], [])
    }

    /// How many signals of a state there are.
    public func count(_ state: DriftState) -> Int { findings.count { $0.state == state } }

    /// What a subject comes to: alarm or watch when a signal says so; not enough unless something was compared.
    public func state(of subject: DriftSubject) -> DriftState {
        let states = findings.filter { $0.subject == subject }.map(\.state)
        if states.contains(.alarm) { return .alarm }
        if states.contains(.watch) { return .watch }
        return states.contains(.calm) ? .calm : .notEnough
    }
}
