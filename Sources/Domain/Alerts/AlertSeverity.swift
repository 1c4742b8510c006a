/// How loudly an alert speaks.
public enum AlertSeverity: String, Sendable, CaseIterable, Comparable {
    /// To be looked at in working hours.
    case warn
    /// Somebody is to be woken.
    case page

    public static func < (a: AlertSeverity, b: AlertSeverity) -> Bool { a == .warn && b == .page }
}
