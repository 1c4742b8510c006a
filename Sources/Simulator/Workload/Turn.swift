import Domain

/// One question with all that happens until it is answered, or one summary: a trace.
public struct Turn: Sendable {
    /// When it began.
    public var start: Timestamp
    /// Its spans in the order in which they end: children before their parents.
    public var spans: [ReportedSpan]
    /// What evaluators and users said of the answer, later.
    public var verdicts: [ReportedEvent]
}
