/// How one signal of one subject stands.
public struct DriftFinding: Hashable, Sendable {
    public var subject: DriftSubject
    public var signal: DriftSignal
    public var state: DriftState
    /// Why nothing can be said, in words; nil when something can.
    public var lack: String?
    /// When the evidence began to rise; nil while it does not.
    public var since: Timestamp?
    /// The last closed window; nil when none was compared.
    public var reading: DriftReading?
    /// The windows of the last day, oldest first.
    public var course: [DriftReading]
    /// What has changed; nil while calm.
    public var explanation: DriftExplanation?

    /// A finding without any comparison.
    public init(subject: DriftSubject, signal: DriftSignal, state: DriftState = .notEnough, lack: String? = nil) {
        (self.subject, self.signal, self.state, self.lack) = (subject, signal, state, lack)
        course = []
    }

    /// What waits longest with most evidence first.
    public static func comesFirst(_ a: DriftFinding, _ b: DriftFinding) -> Bool {
        if a.state != b.state { return a.state.rank > b.state.rank }
        let (x, y) = (a.reading?.evidence ?? 0, b.reading?.evidence ?? 0)
        if x != y { return x > y }
        return a.subject == b.subject ? a.signal.name < b.signal.name : a.subject < b.subject
    }
}
