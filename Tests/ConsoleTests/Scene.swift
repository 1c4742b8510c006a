import Domain

/// Stores that the tests look at.
enum Scene {
    static let now = Timestamp(rfc3339: "2026-11-24T03:12:44Z") ?? Timestamp(nanoseconds: 0)

    /// The minute so many minutes before `now`.
    static func ago(_ minutes: Int64) -> Timestamp { now.advanced(by: -.minutes(minutes)) }

    /// A group of calls over the last day and a bit, with a level for each number that a test may bend over time.
    static func series(
        _ labels: [Dimension: String], perMinute: Double, p50: Double = 0.62, p95: Double = 1.41, p99: Double = 2.9,
        ttft: Double? = 0.31, errorRate: Double = 0.004, input: Double = 900, output: Double = 180,
        cached: Double? = 0.41,
        price: Double? = 0.00003, scores: [String: Double] = ["faithfulness": 0.93, "relevance": 0.88],
        since first: Int64 = 1600, until last: Int64 = 0,
        bend: (_ minutesAgo: Int64, _ measures: inout Measures) -> Void = { _, _ in }
    ) -> FakeSource.Series {
        var minutes: [Int64: Measures] = [:]
        for ago in last...first {
            let minute = Scene.ago(ago).nanoseconds / 60_000_000_000
            // A smooth, repeatable unrest of some per cent.
            let unrest = 1 + 0.06 * wave(minute, period: 17) + 0.04 * wave(minute, period: 7)
            let part = ago == 0 ? 44.0 / 60 : 1
            let calls = (perMinute * unrest * part).rounded()
            var measures = Measures()
            measures.calls = Int64(calls)
            measures.errors = Int64((calls * errorRate).rounded(minute % 2 == 0 ? .up : .down))
            measures.duration = quantiles(Int64(calls), p50 * unrest, p95 * unrest, p99 * unrest)
            measures.timeToFirstToken = ttft.flatMap {
                quantiles(Int64(calls), $0 * unrest, $0 * 2.1 * unrest, $0 * 3.4)
            }
            measures.inputTokens = Int64(calls * input)
            measures.outputTokens = Int64(calls * output)
            measures.cacheReadTokens = cached.map { Int64(calls * input * $0) }
            measures.cost = price.flatMap { Money(usd: calls * $0) }
            measures.unpricedCalls = price == nil ? Int64(calls) : 0
            for (name, mean) in scores where calls >= 10 {
                let count = (calls / 10).rounded(.down)
                measures.scores[name] = ScoreSummary(
                    count: Int64(count), sum: count * (mean + 0.01 * wave(minute, period: 5)))
            }
            bend(ago, &measures)
            if measures.calls > 0 { minutes[minute] = measures }
        }
        return FakeSource.Series(labels: labels, minutes: minutes)
    }

    static func quantiles(_ count: Int64, _ p50: Double, _ p95: Double, _ p99: Double) -> Quantiles? {
        count > 0 ? Quantiles(count: count, p50: p50, p90: p95 * 0.8, p95: p95, p99: p99, max: p99 * 1.5) : nil
    }

    /// A triangle wave from −1 to 1.
    private static func wave(_ minute: Int64, period: Int64) -> Double {
        let phase = Double(((minute % period) + period) % period) / Double(period)
        return 4 * abs(phase - 0.5) - 1
    }

    static func labels(_ release: String, model: String = "gpt-4o-2026-11-06", service: String = "support-bot")
        -> [Dimension: String]
    {
        [.environment: "prod", .service: service, .release: release, .model: model, .operation: "chat"]
    }

    static func source(_ series: [FakeSource.Series], marks: [Mark] = []) -> FakeSource {
        var source = FakeSource(series: series, marks: marks)
        let services = Set(series.compactMap { $0.labels[.service] }).sorted()
        source.storeSummary.spans = 4_800_000
        source.storeSummary.calls = 1_200_000
        source.storeSummary.environments = Set(series.compactMap { $0.labels[.environment] }).sorted()
        source.storeSummary.services = services
        source.storeSummary.oldest = ago(1600)
        source.storeSummary.newest = now.advanced(by: .milliseconds(-400))
        source.storeSummary.bytes = 3_000_000_000
        source.storeSummary.collector = collector
        return source
    }

    static let collector = CollectorStatus(
        processID: 4711, http: "127.0.0.1:4318", started: ago(1600), written: now.advanced(by: .milliseconds(-600)),
        behind: .milliseconds(300), receivedSpans: 4_800_000, storedSpans: 4_800_000, rejected: 0, trouble: nil)

    static let aliasMark = Mark(
        time: ago(41), kind: .model, service: "support-bot", text: "gpt-4o now answers as gpt-4o-2026-11-06",
        subject: "gpt-4o-2026-11-06")
    static let releaseMark = Mark(
        time: ago(8), kind: .release, service: "support-bot", text: "new release support-answer@r42",
        subject: "support-answer@r42")

    static let stable = series(labels("support-answer@r41"), perMinute: 12060)
    static let summaries = series(
        labels("summarise@r7", model: "gpt-4o-mini"), perMinute: 62, p50: 2.1, p95: 3.8, p99: 5.2, ttft: nil,
        errorRate: 0,
        price: 0.000002, scores: [:])

    /// Nothing but a collector.
    static let empty: FakeSource = {
        var source = FakeSource()
        source.storeSummary.collector = collector
        return source
    }()

    static let calm: FakeSource = {
        return source([stable, series(labels("support-answer@r42"), perMinute: 660), summaries], marks: [aliasMark])
    }()

    /// Release r42 begins eight minutes ago and becomes slow five minutes ago.
    static let slowCanary: FakeSource = {
        let canary = series(
            labels("support-answer@r42", model: "gpt-4o-mini"), perMinute: 660, p50: 0.71, p95: 1.5, p99: 3,
            errorRate: 0.006,
            cached: 0.12, price: 0.00001, scores: ["faithfulness": 0.9, "relevance": 0.87], since: 8
        ) { ago, measures in
            guard ago <= 5 else { return }
            let slow = 3.0 + 0.3 * Double(5 - ago)
            measures.duration = quantiles(measures.calls, 0.9, slow, slow * 2.2)
        }
        return source([stable, canary, summaries], marks: [aliasMark, releaseMark])
    }()

    /// The provider answers with errors since six minutes.
    static let errors: FakeSource = {
        let failing = series(labels("support-answer@r41"), perMinute: 12060) { ago, measures in
            if ago <= 6 { measures.errors = measures.calls * 14 / 100 }
        }
        return source([failing, summaries], marks: [aliasMark])
    }()

    /// The collector stopped four minutes ago.
    static let stale: FakeSource = {
        var source = Scene.source([
            series(labels("support-answer@r41"), perMinute: 12060, until: 4),
            series(labels("summarise@r7"), perMinute: 60, until: 4),
        ])
        source.storeSummary.collector = nil
        source.storeSummary.newest = ago(4)
        return source
    }()

    static let hostileTexts = [
        "\u{1B}[31mred\u{1B}[0m\u{7}", "\u{202E}evil\u{2066}", "two\nlines\ttab", String(repeating: "long", count: 100),
        "漢字かな交じり文の長い名前です", "👨‍👩‍👧‍👦 family", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "", " ", "─│┌▸▲",
    ]

    /// Every name is an attack.
    static let hostile: FakeSource = {
        let attacks = hostileTexts.enumerated().map { index, text in
            series(
                [.environment: text, .service: text, .release: text, .model: text], perMinute: 100 - Double(index) * 7,
                price: index == 3 ? nil : 0.001, scores: index == 0 ? [text: 0.5] : [:], since: 40)
        }
        let marks = hostileTexts.enumerated().map { index, text in
            Mark(time: ago(Int64(index) * 2 + 1), kind: .source, service: text, text: "new service \(text)")
        }
        return source(attacks, marks: marks.reversed())
    }()

    /// Sixty users.
    static let manyRows: FakeSource = {
        source(
            (1...60).map { number in
                var labels = labels("support-answer@r41")
                labels[.user] = "user-\(number < 10 ? "0" : "")\(number)"
                return series(labels, perMinute: 300 / Double(number) + 20, since: 60)
            })
    }()
}
