import Control
import Domain

/// Tells an alert's life step by step: what was found at which second, and what came of it.
struct Story {
    var book = AlertBook()
    var rule: AlertRule
    var events: [AlertEvent] = []
    var notifications: [AlertNotification] = []
    private(set) var now = Timestamp(seconds: 1_800_000_000)

    init(_ rule: AlertRule) { self.rule = rule }

    var kinds: [AlertEvent.Kind] { events.map(\.kind) }
    var told: [AlertNotification.Kind] { notifications.map(\.kind) }
    var alert: Alert? { book.alerts.count == 1 ? book.alerts.values.first : nil }

    /// An observation of `severity`, or of calm, of each of the subjects.
    static func observation(
        _ subject: AlertSubject, _ severity: AlertSeverity?, of rule: AlertRule, at now: Timestamp,
        isEvidence: Bool = true
    ) -> AlertObservation {
        let value = severity.map { $0 == .page ? 9.0 : 5 } ?? 1
        return AlertObservation(
            subject: subject, reading: AlertReading(time: now, value: value, limit: 4, calls: 100), crossed: severity,
            watched: rule.watched, isEvidence: isEvidence)
    }

    /// Lets `seconds` pass in looks of ten seconds at which `severity` was found; `nil` is calm.
    mutating func pass(_ seconds: Int64, _ severity: AlertSeverity?, isEvidence: Bool = true) {
        pass(seconds) { rule, now in
            [Self.observation(AlertSubject(), severity, of: rule, at: now, isEvidence: isEvidence)]
        }
    }

    /// Lets `seconds` pass without any data.
    mutating func passWithoutData(_ seconds: Int64) { pass(seconds) { _, _ in [] } }

    mutating func pass(_ seconds: Int64, _ observe: (AlertRule, Timestamp) -> [AlertObservation]) {
        for _ in 0..<max(1, seconds / 10) {
            now = now.advanced(by: .seconds(10))
            look([RuleEvaluation(of: rule, at: now, observe(rule, now))])
        }
    }

    mutating func look(_ evaluations: [RuleEvaluation]) {
        let (events, notifications) = AlertLifeCycle.advance(&book, evaluations, at: now)
        self.events += events
        self.notifications += notifications
    }

    /// Moves the clock without a look.
    mutating func jump(_ seconds: Int64) { now = now.advanced(by: .seconds(seconds)) }

    mutating func apply(_ command: AlertCommand, by principal: String = "os:anna") throws {
        events += try AlertLifeCycle.apply(command, by: principal, to: &book, at: now)
    }
}

extension AlertRule {
    /// A rule about latency, warning above 2 s and paging above 4 s.
    static func slow(
        _ change: (inout AlertRuleDraft, inout AlertRuleDraft.Threshold) -> Void = { _, _ in }
    ) throws -> AlertRule {
        var threshold = AlertRuleDraft.Threshold()
        (threshold.measure, threshold.warn, threshold.page) = ("latency p95", "> 2s", "> 4s")
        var draft = AlertRuleDraft(.threshold(threshold))
        draft.name = "slow answers"
        change(&draft, &threshold)
        draft.condition = .threshold(threshold)
        return try AlertRule(draft)
    }
}
