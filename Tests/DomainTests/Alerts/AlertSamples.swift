import Domain

/// Random alerts and all that belongs to them, the same for the same seed.
struct AlertSamples {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func number(_ end: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % end
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(number(UInt64(values.count)))] }
    private mutating func maybe<Value>(_ value: Value) -> Value? { number(2) == 0 ? nil : value }
    private mutating func share() -> Double { Double(number(1_000_000)) / 1_000_000 }

    mutating func text() -> String {
        pick(["a", "slow answers", "übel \"quoted\" \\ back", "line\nbreak", "\u{1B}[31m", "日本語 🐤", ""])
    }
    mutating func moment() -> Timestamp {
        Timestamp(nanoseconds: 1_800_000_000_000_000_000 + Int64(number(1 << 40)) * pick([1, 1_000_000]))
    }
    mutating func severity() -> AlertSeverity { pick(AlertSeverity.allCases) }
    mutating func subject() -> AlertSubject {
        let dimensions: [[Dimension]] = [[], [.service], [.environment, .service, .release], [.user], [.prompt]]
        return AlertSubject(pick(dimensions).map { dimension in .init(dimension, maybe(text())) })
    }

    mutating func draft() -> AlertRuleDraft {
        var draft: AlertRuleDraft
        let kind = number(4)
        let isLow = number(2) == 0
        switch kind {
        case 0:
            var objective = AlertRuleDraft.Objective()
            objective.good = pick(["no error", "faster than 3s", "faster than 250ms", "faster than 0.1s"])
            objective.target = pick(["99.5%", "0.999", "90%", "99.99%", "0.9333"])
            objective.period = maybe(pick(["7d", "28d"]))
            objective.fewestCalls = maybe("7")
            draft = AlertRuleDraft(.objective(objective))
        case 1:
            var budget = AlertRuleDraft.Budget()
            budget.amount = pick(["$2000", "$0.01", "500M tokens", "1e3 tokens", "$1.5k"])
            (budget.warn, budget.page) = (maybe("55.5%"), maybe("1.1"))
            draft = AlertRuleDraft(.budget(budget))
        case 2:
            var threshold = AlertRuleDraft.Threshold()
            threshold.measure = pick(["cost", "latency p99", "score faithful", "call_rate", "cached_share"])
            threshold.than = pick(["24h ago", "7d ago", "90m ago", "busiest other"])
            (threshold.warn, threshold.page) = isLow ? ("< 0.7x", maybe("< 0.5x")) : (maybe("> 1.5x"), "> 3x")
            draft = AlertRuleDraft(.threshold(threshold))
        default:
            var threshold = AlertRuleDraft.Threshold()
            threshold.measure = pick(["error_rate", "unpriced_share", "cached_share"])
            threshold.over = maybe(pick(["1m", "90s", "7d", "12h"]))
            threshold.fewestCalls = maybe(pick(["0", "1000"]))
            (threshold.warn, threshold.page) = isLow ? (maybe("< 7%"), "< 1.1%") : ("> 0.29", maybe("> 57.3%"))
            draft = AlertRuleDraft(.threshold(threshold))
        }
        draft.name = pick(["a", "slow answers", "日本語 \"x\""])
        draft.scope = pick([
            "", "environment:production,staging", "-service:\"a, \\\"b\\\"\" model:gpt-4*", "release:r42",
        ])
        draft.by = pick([["service"], ["environment", "service", "release"], ["prompt"]])
        (draft.hold, draft.noData) = (
            maybe(pick(["0s", "2m", "1d", "90s"])), maybe(pick(["resolve", "show", "page"]))
        )
        (draft.reminder, draft.group) = (maybe(pick(["never", "5m", "4h"])), maybe(pick([[], ["model", "service"]])))
        (draft.receivers, draft.summary) = (pick([[], ["oncall", "b"]]), maybe("do this"))
        return draft
    }

    mutating func watched() -> AlertWatched {
        let measures: [AlertMeasure] =
            AlertMeasure.Quantile.allCases.flatMap { [.latency($0), .timeToFirstToken($0)] }
            + [
                .errorRate, .errors, .calls, .callRate, .cost, .costPerCall, .tokens, .tokensPerCall, .cachedShare,
                .unpricedShare, .score("answer quality"), .freshness,
            ]
        let window = Nanoseconds.minutes(Int64(number(10_000)))
        return pick([
            .measure(pick(measures), window: window, alarms: pick([.above, .below])),
            .objective(target: share(), long: window), .budget(pick(BudgetUnit.allCases)),
        ])
    }

    mutating func reading() -> AlertReading {
        AlertReading(
            time: moment(), value: maybe(share() * 100), limit: maybe(share()), calls: Int64(number(1 << 30)))
    }

    mutating func alert() -> Alert {
        var alert = Alert(
            rule: text(), subject: subject(), watched: watched(), severity: severity(),
            state: pick([
                .pending(since: moment()), .firing(since: moment()), .noData(since: moment()),
                .resolved(since: moment(), at: moment()),
            ]), reading: reading())
        alert.acknowledgement = maybe(.init(principal: text(), time: moment()))
        alert.silence = maybe(SilenceID(rawValue: Int64(number(1 << 31))))
        alert.isFlapping = number(2) == 0
        alert.notes = (0..<number(3)).map { _ in .init(principal: text(), time: moment(), text: text()) }
        return alert
    }

    mutating func event() -> AlertEvent {
        AlertEvent(
            time: moment(), of: alert(), pick(AlertEvent.Kind.allCases), by: maybe(text()), text: maybe(text()))
    }

    mutating func silence() -> Silence {
        Silence(
            id: SilenceID(rawValue: Int64(number(1000))),
            covers: pick([.alert(AlertID(number: number(1 << 31))), .rule(text()), .label(.release, text())]),
            from: moment(), until: moment(), reason: text(), principal: text())
    }

    mutating func budget() -> BudgetStatus {
        BudgetStatus(
            name: text(), subject: subject(), unit: pick(BudgetUnit.allCases), amount: share() * 1e6, today: share(),
            month: share() * 1e3, forecast: maybe(.init(expected: share(), low: share(), high: share())))
    }

    mutating func notification() -> AlertNotification {
        AlertNotification(
            pick([.firing, .resolved, .reminder]), time: moment(), group: text(), severity: severity(),
            alerts: (0..<number(4)).map { _ in alert() }, count: Int(number(1 << 31)),
            receivers: (0..<number(3)).map { _ in text() })
    }

    mutating func receiver() -> ReceiverStatus {
        var status = ReceiverStatus(name: text(), kind: "webhook")
        (status.waiting, status.delivered, status.lost) = (3, 1 << 40, 1)
        (status.lastSuccess, status.lastFailure) = (maybe(moment()), maybe(moment()))
        (status.trouble, status.pausedUntil) = (maybe(text()), maybe(moment()))
        return status
    }

    mutating func board() throws -> AlertBoard {
        var board = AlertBoard()
        board.evaluated = maybe(moment())
        board.alerts = (0..<number(4)).map { _ in alert() }
        board.silences = (0..<number(3)).map { _ in silence() }
        board.rules = try (0..<number(3)).map { _ in
            RuleStatus(
                rule: try AlertRule(draft()), evaluated: maybe(moment()), reading: maybe(reading()),
                trouble: maybe(text()))
        }
        board.budgets = (0..<number(3)).map { _ in budget() }
        board.receivers = (0..<number(3)).map { _ in receiver() }
        return board
    }
}
