@testable import Domain

/// Boards that the tests look at.
extension Scene {
    static let latencyRule = makeRule(
        "slow answers", .latency(.p95), warn: 2, page: 3, by: [.release],
        summary: "roll the release back, or send its traffic to the one before")
    static let faithfulnessRule = makeRule(
        "unfaithful answers", .score("faithfulness"), below: true, warn: 0.92, window: .minutes(15), by: [.release])
    static let errorRule = makeRule("failing calls", .errorRate, warn: 0.02, page: 0.1, by: [.service])
    static let silentRule = makeRule("nothing comes", .freshness, page: 300, by: [.service])
    static let costRule = makeRule("costs run away", .cost, warn: 60, page: 120)
    static let budgetRule: AlertRule = {
        var rule = makeRule("chat", .cost, warn: 1)
        rule.scope = Filter([FilterTerm(.equals(.environment, ["prod"]))])
        rule.condition = .budget(AlertRule.Budget(unit: .dollars, amount: 20_000, warn: 0.8, page: 1))
        return rule
    }()
    static let objectiveRule: AlertRule = {
        var rule = makeRule("answers are good", .errorRate, warn: 1)
        rule.condition = .objective(
            AlertRule.Objective(good: .withoutError, target: 0.995, period: .days(30), fewestCalls: 50))
        return rule
    }()

    static func makeRule(
        _ name: String, _ measure: AlertMeasure, below: Bool = false, warn: Double? = nil, page: Double? = nil,
        window: Nanoseconds = .minutes(5), by: [Dimension] = [], summary: String? = nil
    ) -> AlertRule {
        AlertRule(
            name: name, scope: .all, by: by,
            condition: .threshold(
                AlertRule.Threshold(
                    measure: measure, window: window, alarms: below ? .below : .above, warn: warn, page: page,
                    fewestCalls: 20, baseline: nil)),
            hold: .minutes(2), noData: by.isEmpty ? .show : .resolve, reminder: .hours(4), group: [.service],
            receivers: [],
            summary: summary)
    }

    static let latencyAlert = makeAlert(
        latencyRule, .page, .firing(since: ago(6)), value: 4.02, limit: 3, of: [.release: "support-answer@r42"])
    static let faithfulnessAlert: Alert = {
        var alert = makeAlert(
            faithfulnessRule, .warn, .firing(since: ago(10)), value: 0.9, limit: 0.92,
            of: [.release: "support-answer@r42"])
        alert.acknowledgement = Alert.Acknowledgement(principal: "os:mk", time: ago(2))
        alert.notes = [Alert.Note(principal: "os:mk", time: ago(1), text: "asked the judge's owners")]
        return alert
    }()
    static let silencedAlert: Alert = {
        var alert = makeAlert(
            errorRule, .warn, .firing(since: ago(190)), value: 0.031, limit: 0.02, of: [.service: "summariser"])
        alert.silence = SilenceID(rawValue: 7)
        return alert
    }()
    static let pendingAlert = makeAlert(
        costRule, .warn, .pending(since: ago(1)), value: 64, limit: 60, of: [:])
    static let silentAlert = makeAlert(
        silentRule, .page, .noData(since: ago(21)), value: 1260, limit: 300, of: [.service: "translator"])
    static let resolvedAlert = makeAlert(
        errorRule, .page, .resolved(since: ago(300), at: ago(250)), value: 0.004, limit: 0.1,
        of: [.service: "support-bot"])

    static func makeAlert(
        _ rule: AlertRule, _ severity: AlertSeverity, _ state: Alert.State, value: Double?, limit: Double?,
        of labels: KeyValuePairs<Dimension, String?>
    ) -> Alert {
        let watched: AlertWatched =
            switch rule.condition {
            case .threshold(let threshold):
                .measure(threshold.measure, window: threshold.window, alarms: threshold.alarms)
            case .objective(let objective): .objective(target: objective.target, long: .hours(1))
            case .budget(let budget): .budget(budget.unit)
            }
        return Alert(
            rule: rule.name, subject: AlertSubject(labels.map { AlertSubject.Label($0, $1) }), watched: watched,
            severity: severity, state: state,
            reading: AlertReading(time: ago(0), value: value, limit: limit, calls: 1180))
    }

    static let silence = Silence(
        id: SilenceID(rawValue: 7), covers: .label(.service, "summariser"), from: ago(60),
        until: now.advanced(by: .hours(2)), reason: "provider change, ticket 4711", principal: "os:an")

    static let board: AlertBoard = {
        var board = AlertBoard()
        board.alerts = [latencyAlert, silentAlert, faithfulnessAlert, silencedAlert, pendingAlert, resolvedAlert]
        board.silences = [
            silence,
            Silence(
                id: SilenceID(rawValue: 6), covers: .rule("slow answers"), from: ago(700), until: ago(600),
                reason: "load test", principal: "os:mk"),
        ]
        let evaluated = now.advanced(by: .seconds(-4))
        func status(_ rule: AlertRule, _ value: Double?, _ limit: Double?) -> RuleStatus {
            RuleStatus(
                rule: rule, evaluated: evaluated,
                reading: AlertReading(time: evaluated, value: value, limit: limit, calls: 12_400))
        }
        board.rules = [
            status(latencyRule, 4.02, 3), status(faithfulnessRule, 0.9, 0.92), status(errorRule, 0.031, 0.02),
            status(silentRule, nil, nil), status(costRule, 22.1, 60), status(objectiveRule, 0.4, 14.4),
            RuleStatus(rule: budgetRule, evaluated: ago(3), trouble: "the store is busy: database is locked"),
        ]
        board.budgets = [
            BudgetStatus(
                name: "chat", subject: AlertSubject(), unit: .dollars, amount: 20_000, today: 71, month: 15_900,
                forecast: BudgetStatus.Forecast(expected: 20_700, low: 19_800, high: 21_900)),
            BudgetStatus(
                name: "chat of team", subject: AlertSubject([.init(.service, "summariser")]), unit: .tokens,
                amount: 500e6, today: 8.1e6, month: 211e6,
                forecast: BudgetStatus.Forecast(expected: 272e6, low: 255e6, high: 290e6)),
            BudgetStatus(
                name: "trial", subject: AlertSubject([.init(.user, "u-1")]), unit: .dollars, amount: 50, today: 0,
                month: 0, forecast: nil),
        ]
        var oncall = ReceiverStatus(name: "oncall", kind: "webhook")
        (oncall.delivered, oncall.lastSuccess) = (41, ago(6))
        var slack = ReceiverStatus(name: "team", kind: "slack")
        (slack.delivered, slack.waiting, slack.lost) = (112, 3, 1)
        (slack.lastSuccess, slack.lastFailure) = (ago(400), ago(1))
        (slack.trouble, slack.pausedUntil) = ("answered 503 Service Unavailable", now.advanced(by: .seconds(40)))
        board.receivers = [oncall, slack, ReceiverStatus(name: "archive", kind: "command")]
        board.evaluated = evaluated
        return board
    }()

    static let alertLog: [AlertEvent] = {
        var events = [
            AlertEvent(time: ago(8), of: latencyAlert, .pending), AlertEvent(time: ago(6), of: latencyAlert, .fired),
            AlertEvent(time: ago(6), of: latencyAlert, .notified, text: "oncall"),
            AlertEvent(time: ago(5), of: latencyAlert, .undelivered, text: "team answered 503 Service Unavailable"),
            AlertEvent(time: ago(10), of: faithfulnessAlert, .fired),
            AlertEvent(time: ago(2), of: faithfulnessAlert, .acknowledged, by: "os:mk"),
        ]
        events.sort { $0.time > $1.time }
        return events
    }()

    /// A slow canary that rules have found.
    static let alarmed: FakeSource = {
        var source = slowCanary
        (source.board, source.alertLog) = (board, alertLog)
        return source
    }()

    /// Rules are looked at, and nothing is wrong.
    static let watched: FakeSource = {
        var source = calm
        source.board = board
        source.board?.alerts = []
        source.board?.silences = []
        source.board?.budgets = []
        source.board?.receivers = []
        source.board?.rules.removeLast()
        return source
    }()

    /// Every name of an alert is an attack, and there are many of them.
    static let hostileAlerts: FakeSource = {
        var source = hostile
        var board = AlertBoard()
        for text in hostileTexts {
            let rule = makeRule(text, .score(text), warn: 1, page: .infinity, by: [.release, .user], summary: text)
            var alert = makeAlert(
                rule, .page, .firing(since: ago(3)), value: .nan, limit: -.infinity, of: [.release: text, .user: nil])
            alert.notes = [Alert.Note(principal: text, time: ago(1), text: text)]
            board.alerts.append(alert)
            board.rules.append(RuleStatus(rule: rule, evaluated: ago(0), reading: alert.reading, trouble: text))
            board.silences.append(
                Silence(
                    id: SilenceID(rawValue: Int64(text.utf8.count) + 1), covers: .label(.release, text),
                    from: Timestamp(nanoseconds: .min), until: Timestamp(nanoseconds: .max), reason: text,
                    principal: text))
            board.budgets.append(
                BudgetStatus(
                    name: text, subject: alert.subject, unit: .dollars, amount: text.isEmpty ? 0 : .nan,
                    today: -.infinity,
                    month: .greatestFiniteMagnitude,
                    forecast: BudgetStatus.Forecast(expected: .nan, low: .infinity, high: -.infinity)))
            var receiver = ReceiverStatus(name: text, kind: text)
            (receiver.trouble, receiver.pausedUntil) = (text, Timestamp(nanoseconds: .max))
            board.receivers.append(receiver)
        }
        board.evaluated = ago(0)
        source.board = board
        source.alertLog = board.alerts.flatMap { alert in
            AlertEvent.Kind.allCases.map { AlertEvent(time: ago(2), of: alert, $0, by: alert.rule, text: alert.rule) }
        }
        return source
    }()
}
