import Domain
import Testing
import Wording

@Suite("The sentence about an alert")
struct AlertSentenceTests {
    private static let now = Timestamp(nanoseconds: 1_800_000_000_000_000_000)
    private static let latency = AlertWatched.measure(.latency(.p95), window: .minutes(5), alarms: .above)

    private func alert(
        _ watched: AlertWatched, _ value: Double?, limit: Double?, rule: String = "slow answers",
        subject: [AlertSubject.Label] = [.init(.service, "support-api")], state: Alert.State? = nil
    ) -> Alert {
        let now = Self.now
        return Alert(
            rule: rule, subject: AlertSubject(subject), watched: watched, severity: .page,
            state: state ?? .firing(since: now.advanced(by: -.minutes(6))),
            reading: AlertReading(time: now, value: value, limit: limit, calls: 100))
    }

    private func sentence(_ alert: Alert, budget: BudgetStatus? = nil) -> String {
        AlertSentence.text(alert, at: Self.now, budget: budget)
    }

    @Test("a measure beyond its limit") func measure() {
        #expect(sentence(alert(Self.latency, 4.02, limit: 3)) == "p95 latency support-api 4.02 s > 3 s for 6 m")
        let split = alert(
            Self.latency, 4.02, limit: 2.5, subject: [.init(.service, "support-answer"), .init(.release, "r42")])
        #expect(sentence(split) == "p95 latency support-answer r42 4.02 s > 2.5 s for 6 m")
        #expect(sentence(alert(Self.latency, 0.62, limit: 0.5, subject: [])) == "p95 latency 0.62 s > 0.5 s for 6 m")
        let few = AlertWatched.measure(.callRate, window: .minutes(5), alarms: .below)
        #expect(sentence(alert(few, 0.1, limit: 2)) == "call rate support-api 0.10/s < 2/s for 6 m")
        let score = AlertWatched.measure(.score("helpful"), window: .minutes(5), alarms: .below)
        #expect(sentence(alert(score, 0.42, limit: 0.7)) == "score helpful support-api 0.42 < 0.7 for 6 m")
        let failing = AlertWatched.measure(.errorRate, window: .minutes(5), alarms: .above)
        #expect(sentence(alert(failing, 0.041, limit: 0.02)) == "error rate support-api 4.1 % > 2 % for 6 m")
        let cost = AlertWatched.measure(.cost, window: .hours(1), alarms: .above)
        #expect(sentence(alert(cost, 22.1, limit: 5)) == "cost support-api $22.10/h > $5/h for 6 m")
    }

    @Test("a value on the good side does not claim to be beyond the limit") func calmButHeld() {
        #expect(sentence(alert(Self.latency, 1.2, limit: 3)) == "p95 latency support-api 1.20 s (limit 3 s) for 6 m")
    }

    @Test("what is missing is said, not drawn as nothing") func missing() {
        #expect(sentence(alert(Self.latency, nil, limit: nil)) == "p95 latency support-api without data for 6 m")
        let unsaid = alert(Self.latency, 4, limit: 3, subject: [.init(.service, "a"), .init(.release, nil)])
        #expect(sentence(unsaid) == "p95 latency a (no release) 4.00 s > 3 s for 6 m")
        let user = alert(Self.latency, 4, limit: 3, subject: [.init(.user, "17")])
        #expect(sentence(user) == "p95 latency user 17 4.00 s > 3 s for 6 m")
    }

    @Test("silence") func silence() {
        let silent = Alert.State.noData(since: Self.now.advanced(by: -.minutes(4)))
        #expect(sentence(alert(Self.latency, nil, limit: nil, state: silent)) == "no calls from support-api for 4 m")
        #expect(sentence(alert(Self.latency, nil, limit: nil, subject: [], state: silent)) == "no calls for 4 m")
        let freshness = AlertWatched.measure(.freshness, window: .minutes(5), alarms: .above)
        #expect(sentence(alert(freshness, 250, limit: 180)) == "no calls from support-api for 4 m")
        let release = alert(freshness, 250, limit: 180, subject: [.init(.release, "r42")])
        #expect(sentence(release) == "no calls of r42 for 4 m")
    }

    @Test("objectives") func objectives() {
        let watched = AlertWatched.objective(target: 0.995, long: .hours(1))
        #expect(
            sentence(alert(watched, 14.4, limit: 14.4, rule: "answers"))
                == "support-api burns its error budget (99.5 %) 14.4 times too fast over 1 h")
        let whole = AlertWatched.objective(target: 0.9995, long: .hours(6))
        #expect(
            sentence(alert(whole, 6.04, limit: 6, rule: "answers", subject: []))
                == "answers burns its error budget (99.95 %) 6.0 times too fast over 6 h")
    }

    @Test("budgets, with and without their amounts") func budgets() {
        let spent = alert(.budget(.dollars), 1.155, limit: 1, rule: "support", subject: [])
        #expect(sentence(spent) == "budget support: forecast 116 % of the month")
        let status = BudgetStatus(
            name: "support", subject: AlertSubject(), unit: .dollars, amount: 2_000, today: 80, month: 1_700,
            forecast: .init(expected: 2_310, low: 2_200, high: 2_400))
        #expect(sentence(spent, budget: status) == "budget support: forecast $2 310 of $2 000 (116 %)")
        let tokens = alert(.budget(.tokens), 0.81, limit: 0.8, rule: "tokens", subject: [.init(.user, "17")])
        #expect(sentence(tokens) == "budget tokens user 17: forecast 81 % of the month")
    }

    @Test("what is over tells for how long it was") func resolved() {
        let over = Alert.State.resolved(since: Self.now.advanced(by: -.minutes(30)), at: Self.now)
        #expect(
            sentence(alert(Self.latency, 1.2, limit: 3, state: over))
                == "p95 latency support-api back to 1.20 s, after 30 m")
        #expect(
            sentence(alert(.objective(target: 0.995, long: .hours(1)), 0.5, limit: 14.4, state: over))
                == "support-api keeps within its error budget (99.5 %) again, after 30 m")
    }

    @Test("a clock that went back makes no negative lengths") func clock() {
        let ahead = alert(Self.latency, 4, limit: 3, state: .firing(since: Self.now.advanced(by: .hours(1))))
        #expect(sentence(ahead) == "p95 latency support-api 4.00 s > 3 s for 0 s")
    }

    @Test("headlines") func headlines() {
        let slow = alert(Self.latency, 4.02, limit: 3)
        func headline(_ kind: AlertNotification.Kind, count: Int) -> String {
            AlertNotification(
                kind, time: Self.now, group: "slow answers", severity: .page, alerts: [slow], count: count,
                receivers: []
            ).headline
        }
        #expect(headline(.firing, count: 1) == "page: p95 latency support-api 4.02 s > 3 s for 6 m")
        #expect(headline(.firing, count: 4) == "page: p95 latency support-api 4.02 s > 3 s for 6 m, and 3 more")
        #expect(headline(.reminder, count: 1) == "still a page: p95 latency support-api 4.02 s > 3 s for 6 m")
    }

    @Test("no measure and no number makes a sentence without a value or stops the program")
    func everyMeasure() {
        let measures: [AlertMeasure] =
            AlertMeasure.Quantile.allCases.flatMap { [.latency($0), .timeToFirstToken($0)] } + [
                .errorRate, .errors, .calls, .callRate, .cost, .costPerCall, .tokens, .tokensPerCall, .cachedShare,
                .unpricedShare, .score("x"), .freshness,
            ]
        for measure in measures {
            for value in [0, -1, 1e-9, 0.5, 1, 100, 1e18, 1e300, .infinity, -.infinity, .nan] {
                let text = sentence(
                    alert(.measure(measure, window: .minutes(5), alarms: .above), value, limit: value))
                #expect(text.contains("support-api"))
                #expect(!measure.limit(value).isEmpty)
            }
        }
    }
}
