import Domain

/// How alerts come, change and go. Pure: a book, what was found and the moment give the next book, what happened and whom to tell.
public enum AlertLifeCycle {
    /// How often rules are looked at.
    public static let interval = Nanoseconds.seconds(10)
    /// So many comings within `flappingSpan` are flapping.
    public static let flappingComings = 4
    /// An alert that flaps is kept firing until it was calm for so long.
    public static let flappingSpan = Nanoseconds.hours(1)
    /// Alerts that join a group so soon after it was told are not told again, unless they are more severe.
    public static let joining = Nanoseconds.minutes(15)
    /// For how long a resolved alert, and a silence that ended, is kept.
    public static let kept = Nanoseconds.days(1)
    /// For how long a subject without data is remembered.
    public static let remembered = Nanoseconds.days(7)
    /// A clock that moves on by more than this between two looks has jumped, or nobody looked: for `settling` nothing ends by time alone.
    public static let leap = Nanoseconds.minutes(10)
    /// For how long a clock that jumped ahead is not believed.
    public static let settling = Nanoseconds.minutes(2)
    /// Resolved alerts that are kept, the newest.
    public static let mostResolved = 10_000

    /// Takes in what was found at `time`.
    ///
    /// Every rule that there is has an evaluation: alerts of others resolve, as their rule was removed.
    public static func advance(
        _ book: inout AlertBook, _ evaluations: [RuleEvaluation], at time: Timestamp
    ) -> (events: [AlertEvent], notifications: [AlertNotification]) {
        var tick = AlertTick(book, evaluations.map(\.rule), at: time)
        book = AlertBook()
        tick.setClock()
        for evaluation in evaluations where evaluation.trouble == nil { tick.take(evaluation) }
        tick.resolveAlertsWithoutRule()
        tick.updateSilences()
        tick.tell()
        tick.forget()
        book = tick.book
        return (tick.events, tick.notifications)
    }
}
