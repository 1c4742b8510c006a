import Control
import Domain
import Testing

/// When rules would have fired.
@Suite struct AlertPreviewTests {
    private let end = Timestamp(seconds: 1_800_000_000)

    private func week(before end: Timestamp) -> TimeRange { TimeRange(last: .days(7), before: end) }

    /// A week of calls, three a minute, in which `change` may make some hours different.
    private func calls(
        days: Int64 = 7, step: Int64 = 1,
        _ change: (_ hoursAgo: Int64, inout (seconds: Double, errors: Int64, calls: Int64)) -> Void
    ) -> MadeUpCalls {
        var calls = MadeUpCalls()
        for minute in stride(from: Int64(1), through: days * 1440, by: Int(step)) {
            var now: (seconds: Double, errors: Int64, calls: Int64) = (1, 0, 30)
            change(minute / 60, &now)
            guard now.calls > 0 else { continue }
            calls.add(
                now.calls, at: end.advanced(by: .minutes(-minute)), [.service: "a"], seconds: now.seconds,
                errors: now.errors)
        }
        return calls
    }

    @Test("each time that it was slow for long enough is an episode with its peak")
    func thresholds() throws {
        let calls = calls { hour, now in
            if hour == 20 { now.seconds = 3 }
            if (50..<53).contains(hour) { now.seconds = hour == 51 ? 9 : 3 }
        }
        let rule = try AlertRule.slow { draft, threshold in
            (draft.hold, draft.by, threshold.over) = ("2m", ["service"], "5m")
        }
        let preview = try AlertPreview.of(rule, in: calls, over: week(before: end))
        #expect(preview.step == .minutes(10))
        #expect(preview.episodes.map(\.severity) == [.page, .warn])
        #expect((preview.told, preview.paged) == (3, 1))
        let worst = try #require(preview.episodes.first)
        #expect(worst.subject[.service] == "a")
        #expect(abs((worst.peak.value ?? 0) - 9) < 0.1)
        #expect(worst.peak.limit == 4)
        let length = try #require(worst.to).since(worst.from)
        #expect(length >= .minutes(170) && length <= .minutes(200))
        let expected = end.advanced(by: .hours(-53))
        #expect(worst.from.since(expected).count.magnitude < UInt64(Nanoseconds.minutes(15).count))
    }

    @Test("what is shorter than it must hold is none")
    func hold() throws {
        let calls = calls { hour, now in if hour == 20 { now.seconds = 3 } }
        let rule = try AlertRule.slow { draft, threshold in draft.hold = "3h" }
        let preview = try AlertPreview.of(rule, in: calls, over: week(before: end))
        #expect(preview.episodes.isEmpty)
        #expect(preview.told == 0)
    }

    @Test("what lasts has no end, and a short range is looked at by the minute")
    func lasting() throws {
        let calls = calls(days: 1) { hour, now in if hour == 0 { now.seconds = 3 } }
        let rule = try AlertRule.slow { _, threshold in threshold.over = "1m" }
        let preview = try AlertPreview.of(rule, in: calls, over: TimeRange(last: .hours(6), before: end))
        #expect(preview.step == .minutes(1))
        #expect(preview.episodes.count == 1)
        #expect(preview.episodes.first?.to == nil)
    }

    @Test("a rule that is split into too many is refused before it takes the memory")
    func tooMany() throws {
        var calls = MadeUpCalls()
        for number in 0..<4000 { calls.add(1, at: end.advanced(by: .minutes(-5)), [.prompt: "p\(number)"]) }
        let rule = try AlertRule.slow { draft, _ in draft.by = ["prompt"] }
        let error = #expect(throws: (any Error).self) { try AlertPreview.of(rule, in: calls, over: week(before: end)) }
        #expect("\(error ?? CancellationError())".contains("4000 subjects"))
        #expect(try AlertPreview.of(rule, in: calls, over: TimeRange(last: .hours(1), before: end)).omitted == 3800)
    }

    @Test("silence, objectives, baselines and budgets have a past too")
    func otherRules() throws {
        let calls = calls(days: 40, step: 5) { hour, now in
            if (30..<34).contains(hour) { now.calls = 0 }
            if (80..<84).contains(hour) { now.errors = 15 }
            if hour < 24 { now.seconds = 3 }
        }
        let silent = try AlertRule.slow { draft, threshold in
            draft.by = ["service"]
            (threshold.measure, threshold.warn, threshold.page) = ("freshness", "> 20m", "> 1h")
            threshold.over = "6h"
        }
        let silence = try AlertPreview.of(silent, in: calls, over: week(before: end))
        #expect(silence.episodes.map(\.severity) == [.page])
        #expect((silence.episodes.first?.peak.value ?? 0) > 3 * 3600)

        var good = AlertRuleDraft.Objective()
        (good.good, good.target) = ("no error", "99%")
        var draft = AlertRuleDraft(.objective(good))
        draft.name = "answers arrive"
        let objective = try AlertPreview.of(try AlertRule(draft), in: calls, over: week(before: end))
        #expect(objective.episodes.first?.severity == .page)
        #expect(objective.paged == 1)

        let slower = try AlertRule.slow { draft, threshold in
            (threshold.than, threshold.over, threshold.warn, threshold.page) = ("24h ago", "1h", "> 2x", nil)
        }
        let compared = try AlertPreview.of(slower, in: calls, over: week(before: end))
        let rises = compared.episodes.filter { !$0.isNoData }
        #expect(rises.count == 1)
        let delay = try #require(rises.first).from.since(end.advanced(by: .hours(-24)))
        #expect(delay.count.magnitude < 7_200_000_000_000)

        var budget = AlertRuleDraft.Budget()
        // Thirty calls each five minutes: $86.4 a day.
        budget.amount = "$2500"
        var spending = AlertRuleDraft(.budget(budget))
        spending.name = "spending"
        let used = try AlertPreview.of(try AlertRule(spending), in: calls, over: week(before: end))
        #expect(used.episodes.map(\.severity).contains(.page))
        #expect(used.step == .hours(1))
    }

    @Test("a calm week has none, of no built-in rule", arguments: AlertRule.builtIn)
    func calm(rule: AlertRule) throws {
        let calls = calls(days: 9, step: 5) { _, _ in }
        let preview = try AlertPreview.of(rule, in: calls, over: week(before: end))
        #expect(preview.episodes.isEmpty, "\(preview.episodes)")
    }
}
