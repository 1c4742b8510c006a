/// A rule that found something, and what people did about it.
public struct Alert: Hashable, Sendable, Identifiable {
    public var id: AlertID
    /// Name of the rule.
    public var rule: String
    public var subject: AlertSubject
    public var watched: AlertWatched
    /// The highest limit that is crossed; of a resolved alert, the highest that was.
    public var severity: AlertSeverity
    public var state: State
    /// What was found last.
    public var reading: AlertReading
    /// Who looks after it; nil while nobody does.
    public var acknowledgement: Acknowledgement?
    /// The silence that covers it now.
    public var silence: SilenceID?
    /// Whether it came and went so often of late that it is kept firing; its notifications are held back.
    public var isFlapping: Bool
    /// What people wrote, oldest first.
    public var notes: [Note]

    /// Where it is in its life.
    public enum State: Hashable, Sendable {
        /// A limit is crossed, not yet for as long as the rule demands.
        case pending(since: Timestamp)
        /// A limit has been crossed for long enough; `since` is when that began.
        case firing(since: Timestamp)
        /// There was data and there is none.
        case noData(since: Timestamp)
        /// It fired, and does not any more.
        case resolved(since: Timestamp, at: Timestamp)
    }

    /// Who looks after an alert.
    public struct Acknowledgement: Hashable, Sendable {
        public var principal: String
        public var time: Timestamp
        /// An acknowledgement.
        public init(principal: String, time: Timestamp) { (self.principal, self.time) = (principal, time) }
    }

    /// Something that a person wrote.
    public struct Note: Hashable, Sendable {
        public var principal: String
        public var time: Timestamp
        public var text: String
        /// A note.
        public init(principal: String, time: Timestamp, text: String) {
            (self.principal, self.time, self.text) = (principal, time, text)
        }
    }

    /// An alert that nobody has touched yet.
    public init(
        rule: String, subject: AlertSubject, watched: AlertWatched, severity: AlertSeverity, state: State,
        reading: AlertReading
    ) {
        id = AlertID(rule: rule, subject: subject)
        (self.rule, self.subject, self.watched, self.severity) = (rule, subject, watched, severity)
        (self.state, self.reading, isFlapping, notes) = (state, reading, false, [])
    }

    /// Whether it is firing or without data, and neither acknowledged nor silenced: somebody has to act.
    public var waits: Bool { isActive && acknowledgement == nil && silence == nil }
    /// Whether it is firing or without data.
    public var isActive: Bool {
        switch state {
        case .firing, .noData: true
        case .pending, .resolved: false
        }
    }
    /// When what it is about began.
    public var since: Timestamp {
        switch state {
        case .pending(let since), .firing(let since), .noData(let since), .resolved(let since, _): since
        }
    }
}
