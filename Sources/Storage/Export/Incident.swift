/// What an exported incident holds, or holds so far.
public struct Incident: Hashable, Sendable {
    public var traces: Int64 = 0
    public var spans: Int64 = 0
    public var logs: Int64 = 0
    /// Judgements, those of people included.
    public var scores: Int64 = 0
    /// What people said of calls.
    public var feedback: Int64 = 0
    /// What people and the collector said that they changed.
    public var marks: Int64 = 0
    /// Spans and log records that it will hold, about.
    public var expected: Int64 = 0
    /// What could not be read, as it is damaged; nil when everything could.
    public var damage: String?
}
