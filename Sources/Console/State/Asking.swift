import Domain

/// Which question of a kind is open, and when the next one is due.
struct Asking<Wanted: PaneQuestion>: Sendable {
    private var next = 1
    /// The question that is being answered; answers to others are too late.
    private(set) var open: (id: QuestionID, question: Wanted)?
    /// The newest question asked, when, and whether the present was asked for.
    private(set) var last: (question: Wanted, at: Timestamp, isLive: Bool)?
    /// Something was committed since the last question.
    private var isOutdated = false
    /// Why the last question has no answer.
    private(set) var failure: AnswerFailure?

    /// After so long the present numbers are asked for even if nothing was committed: time passes, and collectors stop.
    private static var longestSilence: Nanoseconds { .seconds(5) }
    /// After so long a question that failed is asked again.
    private static var retry: Nanoseconds { .seconds(2) }

    mutating func sourceChanged() { isOutdated = true }

    /// What was asked last shall be asked again at once.
    mutating func forget() { last = nil }

    /// The question to ask now, if one is due. What people have changed is asked at once; what only time has changed waits for
    /// the answer that is under way and for the refresh interval, which is longer for coarse charts.
    mutating func due(_ wanted: Wanted, isLive: Bool, now: Timestamp, refresh: Nanoseconds) -> Effect? {
        guard let last, last.isLive || !isLive, last.question.isSameBut(time: isLive, as: wanted) else {
            return ask(wanted, now, isLive: isLive)
        }
        guard open == nil else { return nil }
        // A clock that was set back says nothing about how long ago that was.
        let passed = now < last.at ? Nanoseconds(.max) : now.since(last.at)
        if failure != nil { return passed >= Self.retry ? ask(wanted, now, isLive: isLive) : nil }
        guard isLive else { return nil }
        let interval = min(Self.longestSilence, max(refresh, wanted.period))
        let isDue = isOutdated ? passed >= interval : passed >= max(Self.longestSilence, refresh)
        return isDue ? ask(wanted, now, isLive: true) : nil
    }

    /// Closes the question; false when the answer is too late.
    mutating func close(_ id: QuestionID, failure: AnswerFailure?) -> Bool {
        guard id == open?.id else { return false }
        open = nil
        self.failure = failure
        return true
    }

    private mutating func ask(_ question: Wanted, _ now: Timestamp, isLive: Bool) -> Effect {
        let id = QuestionID(kind: Wanted.kind, number: next)
        next += 1
        open = (id, question)
        last = (question, now, isLive)
        isOutdated = false
        return .ask(id, question.question)
    }
}

extension OverviewQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .overview }
    var question: Question { .overview(self) }
    var period: Nanoseconds { Nanoseconds(step.count / 60) }

    /// Whether both ask for the same, apart from how wide the charts are, and apart from the moment if `time`.
    func isSameBut(time: Bool, as other: OverviewQuestion) -> Bool {
        scope == other.scope && length == other.length && grouping == other.grouping && filter == other.filter
            && step == other.step && (time || at == other.at)
    }
}
