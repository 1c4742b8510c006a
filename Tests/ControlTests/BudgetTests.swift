import Control
import Domain
import Testing

/// How far budgets are used, and what the month will bring.
@Suite struct BudgetTests {
    private func budget(_ amount: String, by: [String] = []) throws -> AlertRule {
        var budget = AlertRuleDraft.Budget()
        budget.amount = amount
        var draft = AlertRuleDraft(.budget(budget))
        (draft.name, draft.by) = ("spending", by)
        return try AlertRule(draft)
    }

    private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

    /// `dollars` an hour from `first` until `now`, as `factor` of each day changes it.
    private func calls(
        _ first: Timestamp, _ now: Timestamp, _ dollars: Double, _ labels: [Dimension: String] = [:],
        factor: (Day) -> Double = { _ in 1 }
    ) -> MadeUpCalls {
        var calls = MadeUpCalls()
        var hour = first
        while hour < now {
            calls.add(10, at: hour, labels, dollars: dollars / 10 * factor(hour.day), tokens: 1000)
            hour = hour.advanced(by: .hours(1))
        }
        return calls
    }

    private func evaluate(_ rule: AlertRule, _ calls: MadeUpCalls, at now: Timestamp) throws -> RuleEvaluation {
        var evaluator = AlertEvaluator()
        return try #require(evaluator.evaluate([rule], in: calls, at: now).first)
    }

    @Test("today, the month so far and its end are told, and a forecast beyond the amount warns")
    func steady() throws {
        let now = try moment("2026-11-16T00:00:00Z")
        let calls = calls(try moment("2026-10-10T00:00:00Z"), now.advanced(by: .hours(12)), 1)
        let rule = try budget("$800")
        let evaluation = try evaluate(rule, calls, at: now.advanced(by: .hours(12)))
        let status = try #require(evaluation.budgets.first)
        #expect(abs(status.today - 12) < 0.01)
        #expect(abs(status.month - (15 * 24 + 12)) < 0.01)
        let forecast = try #require(status.forecast)
        #expect(abs(forecast.expected - 720) < 1)
        #expect(forecast.high - forecast.low < 5)
        #expect(evaluation.observations.first?.crossed == .warn)
        #expect(abs((evaluation.observations.first?.reading.value ?? 0) - 0.9) < 0.01)
        #expect(
            try evaluate(try budget("$700"), calls, at: now.advanced(by: .hours(12))).observations.first?.crossed
                == .page)
        #expect(
            try evaluate(try budget("$1000"), calls, at: now.advanced(by: .hours(12))).observations.first?.crossed
                == nil)
    }

    @Test("the first day of a month has the weeks before to go by")
    func firstDay() throws {
        let now = try moment("2026-11-01T06:00:00Z")
        let calls = calls(try moment("2026-09-01T00:00:00Z"), now, 1)
        let status = try #require(try evaluate(try budget("$800"), calls, at: now).budgets.first)
        #expect(abs(status.month - 6) < 0.01)
        #expect(abs((status.forecast?.expected ?? 0) - 720) < 1)
    }

    @Test("weekends that are always quiet are expected to be quiet")
    func weekdays() throws {
        let now = try moment("2026-11-16T00:00:00Z")
        func factor(_ day: Day) -> Double { [2, 3].contains(day.number % 7) ? 0.2 : 1 }
        let calls = calls(try moment("2026-10-01T00:00:00Z"), now, 1, factor: factor)
        let status = try #require(try evaluate(try budget("$800"), calls, at: now).budgets.first)
        let truth = (1...30).reduce(0.0) { sum, day in
            sum + 24 * factor(Day("2026-11-\(day < 10 ? "0" : "")\(day)") ?? Day(number: 0))
        }
        let forecast = try #require(status.forecast)
        #expect(abs(forecast.expected - truth) < truth * 0.03)
        #expect(forecast.low < truth && truth < forecast.high)
    }

    @Test("two days are too few: what is used counts alone")
    func tooEarly() throws {
        let now = try moment("2026-11-16T12:00:00Z")
        let calls = calls(try moment("2026-11-14T15:00:00Z"), now, 10)
        let evaluation = try evaluate(try budget("$400"), calls, at: now)
        #expect(evaluation.budgets.first?.forecast == nil)
        #expect(evaluation.observations.first?.crossed == .page)
        let later = self.calls(try moment("2026-11-13T15:00:00Z"), now, 10)
        #expect(try evaluate(try budget("$400"), later, at: now).budgets.first?.forecast != nil)
    }

    @Test("tokens, by prompt, each with its own amount")
    func tokens() throws {
        let now = try moment("2026-11-20T00:00:00Z")
        var calls = calls(try moment("2026-10-01T00:00:00Z"), now, 1, [.prompt: "a@1"])
        calls.add(1_000_000, at: now.advanced(by: .hours(-1)), [.prompt: "b@1"], tokens: 1000)
        let evaluation = try evaluate(try budget("100M tokens", by: ["prompt"]), calls, at: now)
        #expect(evaluation.budgets.map { $0.subject[.prompt] } == ["b@1", "a@1"])
        #expect(evaluation.observations.map(\.crossed) == [.page, nil])
    }

    @Test("users have what they used and what they will; the rest of them all is nobody")
    func users() throws {
        let now = try moment("2026-11-20T00:00:00Z")
        let calls = users(before: now)
        let evaluation = try evaluate(try budget("$350", by: ["user"]), calls, at: now)
        #expect(evaluation.budgets.map { $0.subject[.user] } == ["anna", "ben"])
        #expect(evaluation.budgets.map { $0.month.rounded() } == [290, 190])
        // Ten dollars a day, for eleven days more.
        #expect(abs((evaluation.budgets.last?.forecast?.expected ?? 0) - 300) < 1)
        #expect(evaluation.observations.map(\.crossed) == [.page, .warn])
    }

    @Test("a preview tells when a user would have used too much")
    func usersBefore() throws {
        let now = try moment("2026-11-20T00:00:00Z")
        let week = TimeRange(last: .days(7), before: now)
        let preview = try AlertPreview.of(try budget("$310", by: ["user"]), in: users(before: now), over: week)
        let pages = preview.episodes.filter { $0.severity == .page }
        #expect(pages.map { $0.subject[.user] } == ["anna"])
        #expect(pages.first?.from ?? now >= now.advanced(by: .days(-7)))
    }

    /// Ten dollars a day each, and a hundred of Anna's on the last day.
    private func users(before now: Timestamp) -> MadeUpCalls {
        var calls = MadeUpCalls()
        for user in ["anna", "ben", "other"] {
            for day in 1..<40 {
                calls.add(
                    10, at: now.advanced(by: .days(-Int64(day))), [.user: user, .service: "bot"], dollars: 1)
            }
        }
        calls.add(100, at: now.advanced(by: .days(-1)), [.user: "anna", .service: "bot"], dollars: 1)
        return calls
    }

    @Test("budgets are asked for once a minute")
    func kept() throws {
        let now = try moment("2026-11-20T00:00:00Z")
        let calls = calls(try moment("2026-11-01T00:00:00Z"), now, 1)
        var evaluator = AlertEvaluator()
        let rule = try budget("$800")
        for second in 0..<12 {
            _ = evaluator.evaluate([rule], in: calls, at: now.advanced(by: .seconds(Int64(second) * 10)))
        }
        #expect(calls.asked.count == 2)
    }

    @Test("the interval holds the end of the month nearly as often as it says", arguments: [0.0, 0.5])
    func coverage(correlation: Double) throws {
        var held = 0
        var random = SeededGenerator(7)
        let total = 300
        for _ in 0..<total {
            var (noise, days): (Double, [Int32: Double]) = (0, [:])
            let first = try moment("2026-10-04T00:00:00Z").day
            for offset in 0..<58 {
                noise = correlation * noise + (1 - correlation * correlation).squareRoot() * random.normal()
                let weekday = Double([0.6, 1, 1.1, 1.1, 1.1, 1, 0.7][offset % 7])
                days[first.number + Int32(offset)] = max(0, 100 * weekday * (1 + 0.15 * noise))
            }
            let now = try moment("2026-11-\(["04", "11", "18"][Int.random(in: 0..<3, using: &random)])T00:00:00Z")
            var calls = MadeUpCalls()
            for (number, dollars) in days where number < now.day.number {
                calls.add(1, at: Day(number: number).start.advanced(by: .hours(12)), dollars: dollars)
            }
            let november = try moment("2026-11-01T00:00:00Z").day.number
            let truth = days.filter { $0.key >= november && $0.key < november + 30 }.values.reduce(0, +)
            let forecast = try #require(try evaluate(try budget("$800"), calls, at: now).budgets.first?.forecast)
            if forecast.low <= truth && truth <= forecast.high { held += 1 }
        }
        #expect(Double(held) / Double(total) >= 0.9, "\(held) of \(total)")
        #expect(Double(held) / Double(total) <= 0.995, "\(held) of \(total)")
    }
}
