import Control
import Domain
import Testing

/// What rules find in calls.
@Suite struct AlertEvaluatorTests {
    let now = Timestamp(seconds: 1_800_000_030)

    private func rule(
        _ measure: String, warn: String? = nil, page: String? = nil, over: String? = nil, than: String? = nil,
        by: [String] = [], scope: String = "", fewest: String? = nil, name: String = "rule"
    ) throws -> AlertRule {
        try .slow { draft, threshold in
            (draft.name, draft.by, draft.scope) = (name, by, scope)
            (threshold.measure, threshold.warn, threshold.page) = (measure, warn, page)
            (threshold.over, threshold.than, threshold.fewestCalls) = (over, than, fewest)
        }
    }

    private func observe(_ rule: AlertRule, _ calls: MadeUpCalls) throws -> [AlertObservation] {
        var evaluator = AlertEvaluator()
        let evaluation = try #require(evaluator.evaluate([rule], in: calls, at: now).first)
        #expect(evaluation.trouble == nil)
        return evaluation.observations
    }

    private func ago(_ minutes: Int64) -> Timestamp { now.advanced(by: .minutes(-minutes)) }

    @Test("each measure is that of the calls of its window")
    func measures() throws {
        var calls = MadeUpCalls()
        calls.add(90, at: ago(1), seconds: 1, errors: 9, dollars: 0.02, tokens: 500, score: ("faithfulness", 0.5))
        calls.add(10, at: ago(1), seconds: 8, dollars: nil, tokens: 1000)
        calls.add(100, at: ago(60), seconds: 100, errors: 100)
        let expected: [(String, Double, Double)] = [
            ("latency p50", 1, 0.02), ("latency p95", 8, 0.02), ("ttft p95", 2, 0.02), ("error_rate", 0.09, 1e-9),
            ("errors", 9, 1e-9), ("calls", 100, 1e-9), ("call_rate", 100.0 / 330, 1e-9),
            ("cost", 1.8 / 330 * 3600, 1e-6), ("cost_per_call", 0.02, 1e-9), ("tokens", 55_000.0 / 330, 1e-6),
            ("tokens_per_call", 550, 1e-9), ("unpriced_share", 0.1, 1e-9), ("score faithfulness", 0.5, 1e-9),
        ]
        for (measure, value, tolerance) in expected {
            let found = try observe(
                try rule(
                    measure,
                    warn: "> 0.000001"
                        + (measure.contains("p") && (measure.hasPrefix("latency") || measure.hasPrefix("ttft"))
                            ? "s" : "")), calls)
            let observation = try #require(found.first, "\(measure)")
            #expect(abs((observation.reading.value ?? 0) - value) <= value * tolerance + 1e-12, "\(measure)")
            #expect(observation.crossed == .warn)
            #expect(observation.isEvidence)
        }
        #expect(try observe(try rule("cached_share", warn: "< 50%"), calls).isEmpty)
        #expect(try observe(try rule("score relevance", warn: "< 0.5"), calls).isEmpty)
    }

    @Test("the highest limit that is crossed counts, and says which it was")
    func limits() throws {
        let rule = try rule("error_rate", warn: "> 5%", page: "> 20%")
        for (errors, crossed, limit) in [(4, nil, 0.2), (6, .warn, 0.05), (21, .page, 0.2)]
            as [(Int64, AlertSeverity?, Double)]
        {
            var calls = MadeUpCalls()
            calls.add(100, at: ago(1), errors: errors)
            let observation = try #require(try observe(rule, calls).first)
            #expect(observation.crossed == crossed)
            #expect(observation.reading.limit == limit)
            #expect(observation.reading.calls == 100)
        }
    }

    @Test("too few calls are no evidence, and no calls no data")
    func evidence() throws {
        let rule = try rule("error_rate", warn: "> 5%")
        var calls = MadeUpCalls()
        #expect(try observe(rule, calls).isEmpty)
        calls.add(19, at: ago(1), errors: 19)
        let few = try #require(try observe(rule, calls).first)
        #expect(!few.isEvidence)
        #expect(few.crossed == nil)
        calls.add(1, at: ago(1), errors: 1)
        #expect(try observe(rule, calls).first?.crossed == .warn)
    }

    @Test("where few calls are alarming, none are too")
    func noCalls() throws {
        #expect(try observe(try rule("calls", page: "< 10"), MadeUpCalls()).first?.crossed == .page)
        #expect(try observe(try rule("calls", page: "> 10"), MadeUpCalls()).isEmpty)
        #expect(try observe(try rule("cost", page: "< $10"), MadeUpCalls()).isEmpty)
    }

    @Test("a rule is split, filtered, and lists the worst first")
    func split() throws {
        var calls = MadeUpCalls()
        for (service, errors) in [("a", 1), ("b", 50), ("c", 30)] as [(String, Int64)] {
            calls.add(100, at: ago(1), [.environment: "production", .service: service], errors: errors)
            calls.add(100, at: ago(1), [.environment: "test", .service: service], errors: 100)
        }
        let found = try observe(
            try rule("error_rate", warn: "> 5%", page: "> 40%", by: ["service"], scope: "environment:production"),
            calls)
        #expect(found.map { $0.subject[.service] } == ["b", "c", "a"])
        #expect(found.map(\.crossed) == [.page, .warn, nil])
    }

    @Test("at most a thousand subjects are looked at, the worst, and the rest is counted")
    func manySubjects() throws {
        var calls = MadeUpCalls()
        for number in 0..<1200 { calls.add(100, at: ago(1), [.prompt: "p\(number)"], errors: Int64(number % 100)) }
        var evaluator = AlertEvaluator()
        let rule = try rule("error_rate", warn: "> 97%", by: ["prompt"])
        let evaluation = try #require(evaluator.evaluate([rule], in: calls, at: now).first)
        #expect(evaluation.observations.count == 1000)
        #expect(evaluation.omitted == 200)
        #expect(evaluation.observations.prefix(24).allSatisfy { $0.crossed == .warn })
        #expect(evaluation.status.trouble?.contains("200 more subjects") == true)
    }

    @Test("rules that ask the same ask once, and what fails is told of its rule alone")
    func sharing() throws {
        var calls = MadeUpCalls()
        calls.add(100, at: ago(1), [.environment: "production"], errors: 50)
        calls.broken = ["test"]
        let rules = [
            try rule("error_rate", warn: "> 5%", by: ["service"], name: "a"),
            try rule("latency p95", warn: "> 5s", by: ["service"], name: "b"),
            try rule("cost", warn: "> $5", by: ["service"], name: "c"),
            try rule("errors", warn: "> 5", scope: "environment:test", name: "d"),
        ]
        var evaluator = AlertEvaluator()
        let evaluations = evaluator.evaluate(rules, in: calls, at: now)
        #expect(calls.asked.count == 2)
        #expect(evaluations.map(\.trouble) == [nil, nil, nil, "the disk is gone"])
        #expect(evaluations.first?.observations.first?.crossed == .warn)
    }

    @Test("freshness is the time since the last minute with calls")
    func freshness() throws {
        var calls = MadeUpCalls()
        for minute in 12...50 { calls.add(5, at: ago(Int64(minute)), [.service: "a"]) }
        calls.add(5, at: now, [.service: "b"])
        let found = try observe(try rule("freshness", warn: "> 5m", page: "> 10m", by: ["service"]), calls)
        let byService = Dictionary(uniqueKeysWithValues: found.map { ($0.subject[.service] ?? "", $0) })
        // The minute of the last call ended eleven and a half minutes ago.
        #expect(byService["a"]?.reading.value == 690)
        #expect(byService["a"]?.crossed == .page)
        #expect(byService["b"]?.reading.value == 0)
        #expect(byService["b"]?.crossed == nil)
        #expect(try observe(try rule("freshness", warn: "> 5m", by: ["environment", "service"]), calls).count == 2)
    }

    @Test("a source that often pauses is not silent, a steady one is")
    func pauses() throws {
        var calls = MadeUpCalls()
        for minute in 8...180 { calls.add(2, at: ago(Int64(minute)), [.service: "steady"]) }
        for minute in stride(from: Int64(8), to: 180, by: 20) { calls.add(50, at: ago(minute), [.service: "batch"]) }
        for minute in 8..<60 { calls.add(9, at: ago(Int64(minute)), [.service: "new"]) }
        let found = try observe(
            try rule("freshness", warn: "> 5x", over: "3h", than: "longest pause", by: ["service"], fewest: "100"),
            calls)
        let crossed = Dictionary(uniqueKeysWithValues: found.map { ($0.subject[.service] ?? "", $0.crossed) })
        #expect(crossed == ["steady": .warn, "batch": nil, "new": nil])
        let steady = found.first { $0.subject[.service] == "steady" }
        #expect(steady?.reading.limit == 300)
        #expect(steady?.reading.value == 450)
    }

    @Test("limits are multiples of what was a day ago")
    func yesterday() throws {
        let rule = try rule(
            "cost", warn: "> 2x", page: "> 5x", over: "1h", than: "24h ago", by: ["service"], fewest: "10")
        var calls = MadeUpCalls()
        calls.add(100, at: ago(10), [.service: "a"], dollars: 0.03)
        calls.add(100, at: ago(10), [.service: "new"], dollars: 5)
        calls.add(100, at: ago(24 * 60 + 10), [.service: "a"], dollars: 0.01)
        let found = try observe(rule, calls)
        let a = try #require(found.first { $0.subject[.service] == "a" })
        #expect(a.crossed == .warn)
        #expect(abs((a.reading.limit ?? 0) - 2 / 3630 * 3600) < 1e-6)
        #expect(abs((a.reading.value ?? 0) - 3 / 3630 * 3600) < 1e-6)
        #expect(found.first { $0.subject[.service] == "new" }?.isEvidence == false)
    }

    @Test("a release is compared with the one that has most calls")
    func siblings() throws {
        var calls = MadeUpCalls()
        func add(_ release: String?, _ count: Int64, _ seconds: Double) {
            var labels: [Dimension: String] = [.service: "bot"]
            labels[.release] = release
            calls.add(count, at: ago(1), labels, seconds: seconds)
        }
        add("answer@r41", 900, 1)
        add("answer@r42", 50, 4)
        add("answer@r43", 10, 9)
        add("summary@r7", 50, 30)
        add(nil, 5000, 0.1)
        let found = try observe(
            try rule("latency p95", warn: "> 2x", page: "> 3x", than: "busiest other", by: ["service", "release"]),
            calls)
        let crossed = Dictionary(uniqueKeysWithValues: found.map { ($0.subject[.release] ?? "", $0.crossed) })
        #expect(crossed == ["answer@r41": nil, "answer@r42": .page, "answer@r43": nil, "summary@r7": nil, "": nil])
    }

    @Test("an objective pages when both windows use up its budget too fast, and says which did")
    func objectives() throws {
        func rule(_ good: String) throws -> AlertRule {
            var objective = AlertRuleDraft.Objective()
            (objective.good, objective.target) = (good, "99%")
            var draft = AlertRuleDraft(.objective(objective))
            (draft.name, draft.by) = ("objective", ["service"])
            return try AlertRule(draft)
        }
        /// Ten calls a minute for `minutes`, of which `bad` of a hundred are bad, up to `end` minutes ago.
        func calls(_ periods: [(minutes: Int64, bad: Int64)]) -> MadeUpCalls {
            var calls = MadeUpCalls()
            var minute: Int64 = 0
            for (minutes, bad) in periods {
                for _ in 0..<minutes {
                    calls.add(100 - bad, at: ago(minute), [.service: "a"], seconds: 1)
                    calls.add(bad, at: ago(minute), [.service: "a"], seconds: 9, errors: bad)
                    minute += 1
                }
            }
            return calls
        }
        for good in ["no error", "faster than 3s"] {
            let rule = try rule(good)
            // 20 % bad: twenty times too fast.
            let fast = try #require(try observe(rule, calls([(60, 20), (300, 0)])).first)
            #expect(fast.crossed == .page)
            #expect(fast.reading.limit == 14.4)
            #expect(fast.watched == .objective(target: 0.99, long: .hours(1)))
            // It was bad, and is not any more: the short windows are clean but for the longest.
            let over = try #require(try observe(rule, calls([(31, 0), (60, 30), (300, 0)])).first)
            #expect(over.crossed == .warn)
            // 8 % bad for six hours.
            let slow = try #require(try observe(rule, calls([(361, 8)])).first)
            #expect(slow.crossed == .page)
            #expect(slow.watched == .objective(target: 0.99, long: .hours(6)))
            // 2 % bad for three days.
            let creeping = try #require(try observe(rule, calls([(3 * 1440, 2)])).first)
            #expect(creeping.crossed == .warn)
            #expect(abs((creeping.reading.value ?? 0) - 2) < 0.1)
            #expect(try observe(rule, calls([(3 * 1440, 0)])).first?.crossed == nil)
        }
    }
}
