import Domain

/// What the life cycle remembers of an alert beside what is shown.
struct AlertMemory: Hashable, Sendable {
    /// Since when a limit is crossed without a break.
    var crossedSince: Timestamp?
    /// Since when the limit of pages is crossed without a break.
    var pageSince: Timestamp?
    /// Since when no limit is crossed.
    var calmSince: Timestamp?
    /// Since when the limit of pages is not crossed.
    var belowPageSince: Timestamp?
    /// Since when there is no data.
    var missingSince: Timestamp?
    /// When it began to fire, of one that is without data and fired before.
    var firedSince: Timestamp?
    /// The highest severity of this episode.
    var peak: AlertSeverity?
    /// The highest severity that was told in this episode.
    var told: AlertSeverity?
    /// The key of its group in this episode.
    var group: String?
    /// When it began to fire within the last hour, oldest first.
    var comings: [Timestamp] = []
    /// The last episode that is over.
    var episode: Episode?

    /// A time during which an alert was active.
    struct Episode: Hashable, Sendable {
        var since: Timestamp
        var end: Timestamp
        var severity: AlertSeverity
    }

    /// Forgets what belongs to the episode that is over.
    mutating func endEpisode() {
        (crossedSince, pageSince, calmSince, belowPageSince) = (nil, nil, nil, nil)
        (missingSince, firedSince, peak, told) = (nil, nil, nil, nil)
    }

    /// Notes whether limits are crossed at `now`.
    mutating func note(_ crossed: AlertSeverity?, at now: Timestamp) {
        missingSince = nil
        (crossedSince, calmSince) = crossed == nil ? (nil, calmSince ?? now) : (crossedSince ?? now, nil)
        (pageSince, belowPageSince) = crossed == .page ? (pageSince ?? now, nil) : (nil, belowPageSince ?? now)
    }
}
