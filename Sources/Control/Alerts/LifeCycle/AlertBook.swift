import Domain

/// All that is known of alerts between two looks at the rules. A value: what a restart needs is what `AlertBook+json` writes.
public struct AlertBook: Hashable, Sendable {
    /// Alerts that are pending, firing or without data, and those that were resolved within the last day.
    public var alerts: [AlertID: Alert] = [:]
    /// Silences that are in force or ended within the last day, oldest first.
    public var silences: [Silence] = []
    /// What the life cycle remembers of alerts.
    var memories: [AlertID: AlertMemory] = [:]
    /// Alerts that are told together, by what they have in common.
    var groups: [String: AlertGroup] = [:]
    /// When a subject of a rule had data last, by the name of the rule: only of rules for which silence means something.
    var lastData: [String: [AlertSubject: Timestamp]] = [:]
    /// The number that the next silence gets.
    var nextSilence: Int64 = 1
    /// When the rules were looked at last.
    var clock: Timestamp?
    /// Where the clock stood before it jumped ahead, and where it went, as long as that is not believed.
    var leap: Leap?

    /// A clock that jumped.
    struct Leap: Hashable, Sendable {
        var from: Timestamp
        var to: Timestamp
    }

    /// A book of nothing.
    public init() {}
}
