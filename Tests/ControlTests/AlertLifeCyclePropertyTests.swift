import Control
import Domain
import Testing

/// What holds whatever is found and whatever people do.
@Suite struct AlertLifeCyclePropertyTests {
    /// One step of a random life: a look or a command, `seconds` after the one before.
    private enum Step {
        case look([[(AlertSubject, AlertSeverity?, Bool)]], trouble: Int?)
        case command(Int, AlertSubject, Int)
    }

    private struct Life {
        var rules: [AlertRule]
        var steps: [(seconds: Int64, step: Step)]
    }

    private func life(_ seed: Int) throws -> Life {
        var random = SeededGenerator(seed)
        let policies = ["resolve", "show", "warn", "page"]
        let rules = try (0..<3).map { number in
            try AlertRule.slow { draft, _ in
                draft.name = "rule \(number)"
                draft.by = ["service"]
                draft.noData = policies.randomElement(using: &random)
                draft.hold = ["0s", "20s", "1m"].randomElement(using: &random)
                draft.reminder = ["5m", "never", "1h"].randomElement(using: &random)
                draft.receivers = random.chance(0.3) ? ["oncall"] : []
                draft.group = random.chance(0.3) ? [] : nil
            }
        }
        let subjects = ["a", "b", nil].map { AlertSubject([.init(.service, $0)]) }
        var severities: [AlertSubject: AlertSeverity?] = [:]
        var steps: [(Int64, Step)] = []
        for _ in 0..<250 {
            var seconds: Int64 = 10
            if random.chance(0.02) { seconds = [-3600, 1200, 86_400, 0].randomElement(using: &random) ?? 10 }
            if random.chance(0.08), let subject = subjects.randomElement(using: &random) {
                steps.append(
                    (0, .command(Int.random(in: 0..<5, using: &random), subject, Int.random(in: 0..<3, using: &random)))
                )
            }
            let found = rules.map { _ in
                subjects.compactMap { subject -> (AlertSubject, AlertSeverity?, Bool)? in
                    if random.chance(0.15) { severities[subject] = [nil, .warn, .page].randomElement(using: &random) }
                    return random.chance(0.1) ? nil : (subject, severities[subject] ?? nil, !random.chance(0.1))
                }
            }
            let quiet = random.chance(0.1)
            steps.append(
                (seconds, .look(quiet ? rules.map { _ in [] } : found, trouble: random.chance(0.05) ? 0 : nil)))
        }
        return Life(rules: rules, steps: steps)
    }

    /// Lives through `life`; between two steps `pause` may change the book for an equal one.
    private func live(
        _ life: Life, _ check: (AlertBook, AlertBook, [AlertEvent], [AlertNotification]) -> Void,
        pause: (inout AlertBook, Int) -> Void = { _, _ in }
    ) {
        var book = AlertBook()
        var now = Timestamp(seconds: 1_800_000_000)
        for (index, (seconds, step)) in life.steps.enumerated() {
            now = now.advanced(by: .seconds(seconds))
            pause(&book, index)
            let before = book
            switch step {
            case .look(let found, let trouble):
                let evaluations = zip(life.rules, found).enumerated().map { number, part in
                    RuleEvaluation(
                        of: part.0, at: now,
                        part.1.map { subject, severity, isEvidence in
                            Story.observation(subject, severity, of: part.0, at: now, isEvidence: isEvidence)
                        }, trouble: trouble == number ? "the disk is gone" : nil)
                }
                let (events, notifications) = AlertLifeCycle.advance(&book, evaluations, at: now)
                check(before, book, events, notifications)
            case .command(let kind, let subject, let rule):
                let id = AlertID(rule: "rule \(rule)", subject: subject)
                let command: AlertCommand =
                    switch kind {
                    case 0: .acknowledge(id, note: nil)
                    case 1: .note(id, "looking")
                    case 2: .silence(SilenceDraft(covers: .alert(id), length: .minutes(5), reason: "known"))
                    case 3: .silence(SilenceDraft(covers: .label(.service, "a"), length: .minutes(9), reason: "a"))
                    default: .endSilence(book.silences.last?.id ?? SilenceID(rawValue: 1))
                    }
                let events = try? AlertLifeCycle.apply(command, by: "os:anna", to: &book, at: now)
                check(before, book, events ?? [], [])
            }
        }
    }

    @Test("every change of state, severity, acknowledgement or silence is an event", arguments: 0..<16)
    func changesAreEvents(seed: Int) throws {
        live(try life(seed)) { before, after, events, _ in
            let told = Dictionary(grouping: events, by: \.alert).mapValues { Set($0.map(\.kind)) }
            for id in Set(before.alerts.keys).union(after.alerts.keys) {
                let (old, new) = (before.alerts[id], after.alerts[id])
                let kinds = told[id] ?? []
                if old?.state.name != new?.state.name {
                    let expected: Set<AlertEvent.Kind> =
                        switch new?.state {
                        case .pending: [.pending]
                        case .firing: [.fired]
                        case .noData: [.noData]
                        case .resolved: [.resolved, .calmed]
                        // Resolved a day ago, or never fired.
                        case nil: old?.state.name == "resolved" ? [] : [.calmed]
                        }
                    #expect(
                        expected.isEmpty || !kinds.isDisjoint(with: expected),
                        "\(String(describing: old)) → \(String(describing: new))")
                }
                guard let old, let new else { continue }
                if old.isActive, new.isActive, old.severity != new.severity {
                    #expect(!kinds.isDisjoint(with: [.escalated, .eased, .fired, .noData]))
                }
                if old.acknowledgement != new.acknowledgement {
                    #expect(!kinds.isDisjoint(with: [.acknowledged, .unacknowledged]))
                }
                if old.silence == nil, new.silence != nil { #expect(kinds.contains(.silenced)) }
                if old.silence != nil, new.silence == nil, new.isActive { #expect(kinds.contains(.unsilenced)) }
                if !old.isFlapping, new.isFlapping { #expect(kinds.contains(.flapping)) }
                if old.isFlapping, !new.isFlapping { #expect(kinds.contains(.steady)) }
            }
        }
    }

    @Test("a restart at any point goes on as if there had been none", arguments: 0..<8)
    func restarts(seed: Int) throws {
        let life = try life(seed)
        var without: [([AlertEvent], [AlertNotification])] = []
        live(life) { _, _, events, notifications in without.append((events, notifications)) }
        var random = SeededGenerator(seed + 1000)
        var index = 0
        live(life) { _, _, events, notifications in
            #expect(events == without[index].0)
            #expect(notifications == without[index].1)
            index += 1
        } pause: { book, _ in
            guard random.chance(0.15) else { return }
            let records = book.alerts.keys.compactMap { book.record(of: $0).flatMap { try? JSON(parsing: $0.text) } }
            guard let common = try? JSON(parsing: book.common.text) else { return }
            let copy = AlertBook(common: common, records: records)
            #expect(copy == book)
            book = copy
        }
    }

    @Test("nobody is told twice of the same, nor reminded of what somebody looks after or silenced", arguments: 0..<16)
    func notifications(seed: Int) throws {
        // The severity that was told of each alert since it began.
        var told: [AlertID: AlertSeverity] = [:]
        live(try life(seed)) { _, book, events, notifications in
            for event in events {
                switch event.kind {
                case .resolved, .calmed: told[event.alert] = nil
                case .notified:
                    #expect(told[event.alert].map { $0 < event.severity } ?? true)
                    told[event.alert] = event.severity
                default: break
                }
            }
            for notification in notifications {
                #expect(!notification.alerts.isEmpty || notification.kind == .resolved)
                #expect(notification.alerts.count <= AlertNotification.most)
                switch notification.kind {
                case .firing: #expect(notification.alerts.allSatisfy { $0.silence == nil && $0.isActive })
                case .reminder:
                    #expect(notification.alerts.allSatisfy { $0.waits })
                case .resolved: #expect(notification.alerts.allSatisfy { !$0.isActive })
                case .test, .rollout: Issue.record("nobody asked for this")
                }
            }
        }
    }

    @Test("no moment that is noted lies in the future, whatever the clock does", arguments: 0..<8)
    func moments(seed: Int) throws {
        let life = try life(seed)
        var now = Timestamp(seconds: 1_800_000_000)
        var index = 0
        live(life) { _, book, events, _ in
            now = now.advanced(by: .seconds(life.steps[index].seconds))
            if case .look = life.steps[index].step {
                for alert in book.alerts.values {
                    #expect(alert.since <= now)
                    if case .resolved(let since, let end) = alert.state { #expect(since <= end && end <= now) }
                }
            }
            index += 1
        }
    }

    @Test("ten thousand alerts at once are few notifications, bounded ones")
    func manyAlerts() throws {
        let rules = try (0..<10).map { number in
            try AlertRule.slow { draft, _ in (draft.name, draft.by) = ("rule \(number)", ["prompt"]) }
        }
        let subjects = (0..<1000).map { AlertSubject([.init(.prompt, "prompt \($0)")]) }
        var book = AlertBook()
        var all: [AlertNotification] = []
        for second in 0..<6 {
            let now = Timestamp(seconds: 1_800_000_000 + Int64(second) * 10)
            let evaluations = rules.map { rule in
                RuleEvaluation(
                    of: rule, at: now,
                    subjects.map { Story.observation($0, second < 3 ? .page : nil, of: rule, at: now) })
            }
            all += AlertLifeCycle.advance(&book, evaluations, at: now).notifications
            #expect(book.alerts.count == 10_000)
        }
        #expect(
            all.map(\.kind) == [AlertNotification.Kind](repeating: .firing, count: 10)
                + [AlertNotification.Kind](repeating: .resolved, count: 10))
        #expect(all.allSatisfy { $0.count == 1000 && $0.alerts.count == AlertNotification.most })
    }
}
