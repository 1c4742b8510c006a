/// When a rule would have fired.
public struct AlertPreview: Hashable, Sendable {
    public var rule: AlertRule
    public var range: TimeRange
    /// How finely it was looked at: what is shorter is not seen.
    public var step: Nanoseconds
    /// Oldest first.
    public var episodes: [Episode]
    /// How often somebody would have been told that something is wrong.
    public var told: Int
    /// How often of those it would have been a page.
    public var paged: Int
    /// Subjects that were left out: none of them has more calls than those that were looked at.
    public var omitted: Int

    /// A time during which an alert would have been active.
    public struct Episode: Hashable, Sendable {
        public var subject: AlertSubject
        public var watched: AlertWatched
        /// The highest that it reached.
        public var severity: AlertSeverity
        /// Whether there was nothing but silence.
        public var isNoData: Bool
        public var from: Timestamp
        /// Nil while it lasts.
        public var to: Timestamp?
        /// The value that lay farthest beyond the limit, and that limit; nil without data.
        public var peak: AlertReading

        /// An episode of the given parts.
        public init(
            subject: AlertSubject, watched: AlertWatched, severity: AlertSeverity, isNoData: Bool, from: Timestamp,
            to: Timestamp?, peak: AlertReading
        ) {
            (self.subject, self.watched, self.severity, self.isNoData) = (subject, watched, severity, isNoData)
            (self.from, self.to, self.peak) = (from, to, peak)
        }
    }

    /// A preview of nothing.
    public init(rule: AlertRule, range: TimeRange, step: Nanoseconds) {
        (self.rule, self.range, self.step) = (rule, range, step)
        (episodes, told, paged, omitted) = ([], 0, 0, 0)
    }

    /// What `headframe alerts preview --json` prints.
    public var json: JSON {
        [
            "rule": .string(rule.name), "range": ["from": JSON(range.from), "to": JSON(range.to)],
            "step_ms": JSON(step.milliseconds), "told": JSON(told), "paged": JSON(paged), "omitted": JSON(omitted),
            "episodes": .array(episodes.map(\.json)),
        ]
    }
}

extension AlertPreview.Episode {
    fileprivate var json: JSON {
        [
            "subject": subject.json, "watched": watched.json, "severity": .string(severity.rawValue),
            "no_data": .bool(isNoData), "from": JSON(from), "to": JSON(to), "peak": peak.json,
        ]
    }
}
