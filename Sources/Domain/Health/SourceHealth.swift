/// How the telemetry of one service in one environment arrives.
public struct SourceHealth: Hashable, Sendable {
    public var service: String
    public var environment: String
    /// When something came last.
    public var lastSeen: Timestamp
    /// Spans that were taken.
    public var spans: Int64
    /// Spans a second over the last minute.
    public var spansPerSecond: Double
    /// The shortest time from the end of a span to its coming during the last minutes; negative when its clock is ahead of ours.
    public var shortestDelay: Nanoseconds?
    /// Spans that came more than a minute after they had ended.
    public var late: Int64
    /// Such spans a second over the last minute: what was sent late long ago, such as a history, is no concern of now.
    public var latePerSecond: Double
    /// Spans that were repaired, or of which something was left out of sums, by what was irregular.
    public var irregular: [String: Int64]
    /// The instrumentations that made its spans, the most frequent first.
    public var clients: [ClientHealth]

    /// A source of which nothing is known but its name.
    public init(service: String, environment: String, lastSeen: Timestamp) {
        (self.service, self.environment, self.lastSeen) = (service, environment, lastSeen)
        (spans, spansPerSecond, late, latePerSecond, irregular, clients) = (0, 0, 0, 0, [:], [])
    }

    /// How far its clock is ahead of the collector's (negative: behind), as far as the delays can tell; nil when they look right.
    /// A clock that is behind by less than two minutes looks like an exporter that waits.
    public var clockSkew: Nanoseconds? {
        guard let shortestDelay else { return nil }
        return shortestDelay < -.milliseconds(500) || shortestDelay > .minutes(2) ? -shortestDelay : nil
    }
}

/// What one instrumentation of a service sends.
public struct ClientHealth: Hashable, Sendable {
    /// Name of the instrumentation, as its scope says; often empty.
    public var name: String
    public var version: String
    public var dialect: Dialect
    public var spans: Int64
    /// Calls whose tokens look wrong, by the rule that they break.
    public var lint: [LintRule: Int64]
    /// A trace with the newest of them.
    public var example: TraceID?

    /// An instrumentation of which nothing was counted yet.
    public init(name: String, version: String, dialect: Dialect) {
        (self.name, self.version, self.dialect) = (name, version, dialect)
        (spans, lint) = (0, [:])
    }
}
