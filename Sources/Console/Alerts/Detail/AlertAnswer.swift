import Domain

/// What is known of one alert beside what the board says.
public struct AlertAnswer: Hashable, Sendable {
    /// What was asked.
    public var question: AlertQuestion
    /// What happened to it, the newest first.
    public var events: [AlertEvent]
    /// The numbers of its calls: one line at most.
    public var timeline: Timeline
    /// What changed meanwhile, oldest first.
    public var marks: [Mark]

    /// An answer of the given parts.
    public init(question: AlertQuestion, events: [AlertEvent], timeline: Timeline, marks: [Mark]) {
        (self.question, self.events, self.timeline, self.marks) = (question, events, timeline, marks)
    }

    private static let mostEvents = 200

    /// Asks the source.
    static func load(_ question: AlertQuestion, from source: some TelemetrySource) throws -> AlertAnswer {
        AlertAnswer(
            question: question,
            events: try source.alertEvents(of: question.alert, question.eventRange, limit: mostEvents),
            timeline: try source.timeline(
                TimelineQuery(
                    range: question.range, step: question.step, filter: question.filter, at: question.at)),
            marks: try source.marks(question.range, at: question.at))
    }

    /// The names of receivers that were told, the latest first.
    var notified: [String] {
        var names: [String] = []
        for event in events where event.kind == .notified || event.kind == .reminded {
            if let name = event.text, !names.contains(name) { names.append(name) }
        }
        return names
    }
}
