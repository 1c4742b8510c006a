/// What is known about drift of a signal.
public enum DriftState: String, Sendable, CaseIterable {
    /// Nothing can be said: no reference, or too few calls. Never good news.
    case notEnough = "not_enough"
    /// The evidence for a change is below the square root of what an alarm needs.
    case calm
    /// There is evidence, and not enough of it.
    case watch
    /// The evidence is what the budget of false alarms asks for, and the change is large enough to matter.
    case alarm

    /// How much somebody should look at it, 0 to 3.
    public var rank: Int {
        switch self {
        case .calm: 0
        case .notEnough: 1
        case .watch: 2
        case .alarm: 3
        }
    }
}
