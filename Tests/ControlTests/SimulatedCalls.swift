import Control
import Domain
import Simulator
import Statistics
import Testing

/// The calls of the simulated application, as a store would keep them.
enum SimulatedCalls {
    /// A Tuesday, 14:00 UTC.
    static let epoch = Timestamp(seconds: 1_795_528_800)

    private static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/sample-data"
    private static let data = Result { () throws(SampleDataError) in try SampleData(folder: folder) }

    /// The calls that began in `ranges`, at about `rate` questions a second.
    static func source(_ scenario: Scenario, seed: UInt64, rate: Double, _ ranges: [TimeRange]) throws -> MadeUpCalls {
        let workload = Workload(scenario: scenario, seed: seed, rate: rate, data: try data.get(), epoch: epoch)
        var calls = MadeUpCalls()
        for range in ranges {
            var from = range.from
            while from < range.to {
                let to = min(range.to, from.advanced(by: .minutes(10)))
                for turn in workload.turns(in: TimeRange(from: from, to: to)) { add(turn, to: &calls) }
                from = to
            }
        }
        return calls
    }

    private static func add(_ turn: Turn, to calls: inout MadeUpCalls) {
        let release = turn.spans.last?.attributes["headframe.release"]?.string
        for span in turn.spans where span.attributes["gen_ai.operation.name"]?.string == "chat" {
            let model = span.attributes["gen_ai.response.model"] ?? span.attributes["gen_ai.request.model"]
            var labels: [Dimension: String] = [.environment: "demo", .service: span.service.rawValue]
            (labels[.release], labels[.model]) = (release, model?.string)
            let input = span.attributes["gen_ai.usage.input_tokens"]?.number ?? 0
            let output = span.attributes["gen_ai.usage.output_tokens"]?.number ?? 0
            calls.change(span.end, labels) { entry in
                entry.calls += 1
                if span.failure != nil { entry.errors += 1 }
                entry.durations.add(span.end.since(span.start).seconds)
                if let first = span.attributes["gen_ai.response.time_to_first_chunk"]?.number {
                    entry.firstTokens.add(first)
                }
                entry.tokens = (entry.tokens ?? 0) + Int64(input + output)
                entry.dollars = (entry.dollars ?? 0) + (input * 2.5 + output * 10) / 1e6
                for verdict in turn.verdicts where verdict.spanID == span.spanID {
                    guard let name = verdict.attributes["gen_ai.evaluation.name"]?.string,
                        let value = verdict.attributes["gen_ai.evaluation.score.value"]?.number
                    else { continue }
                    let old = entry.scores[name] ?? ScoreSummary(count: 0, sum: 0)
                    entry.scores[name] = ScoreSummary(count: old.count + 1, sum: old.sum + value)
                }
            }
        }
    }

    /// What the built-in rules make of `source`, looked at every `interval` over `range`.
    static func live(
        _ source: MadeUpCalls, _ range: TimeRange, every interval: Nanoseconds = .seconds(10)
    ) -> (events: [AlertEvent], notifications: [AlertNotification]) {
        var (book, evaluator) = (AlertBook(), AlertEvaluator())
        var (events, notifications): ([AlertEvent], [AlertNotification]) = ([], [])
        var now = range.from
        while now < range.to {
            let evaluations = evaluator.evaluate(AlertRule.builtIn, in: source, at: now)
            let found = AlertLifeCycle.advance(&book, evaluations, at: now)
            events += found.events
            notifications += found.notifications
            now = now.advanced(by: interval)
        }
        return (events, notifications)
    }
}
