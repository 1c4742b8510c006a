import Domain

/// What a rule found for one subject.
public struct AlertObservation: Hashable, Sendable {
    public var subject: AlertSubject
    public var reading: AlertReading
    /// The highest limit that is crossed; nil when none is.
    public var crossed: AlertSeverity?
    /// What was watched, as far as words need it: of an objective, the windows that tell.
    public var watched: AlertWatched
    /// Whether there was enough to go by. If not, nothing changes.
    public var isEvidence: Bool

    /// An observation of the given parts.
    public init(
        subject: AlertSubject, reading: AlertReading, crossed: AlertSeverity?, watched: AlertWatched,
        isEvidence: Bool = true
    ) {
        (self.subject, self.reading, self.crossed) = (subject, reading, crossed)
        (self.watched, self.isEvidence) = (watched, isEvidence)
    }
}
