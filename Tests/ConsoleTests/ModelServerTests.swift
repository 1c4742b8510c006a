import Diagnosis
import Domain
import Drawing
import Testing
import TestSupport
import Wording

@testable import Console

/// Model servers on Overview: what they tell, what is wrong with them, what is seen.
@Suite("Model servers")
struct ModelServerTests {
    private func finding(_ servers: [MetricSeries]) throws -> Finding? {
        var source = Scene.calm
        source.metricSeries = servers
        let question = OverviewQuestion(length: .minutes(15), at: Scene.now)
        let found = OverviewView(try OverviewAnswer.load(question, from: source), BreakdownOrder()).findings
        #expect(found.count <= 1)
        return found.first
    }

    @Test("a quiet server is no finding, and neither is a queue that always was, or one of long ago")
    func calm() throws {
        #expect(try finding(Scene.servers()) == nil)
        #expect(try finding(Scene.servers(waiting: { _ in 40 })) == nil)
        #expect(try finding(Scene.servers(waiting: { $0 > 8 ? 60 : 1 })) == nil)
        #expect(try finding([]) == nil)
    }

    @Test("a queue that grows is named with both numbers and since when")
    func queue() throws {
        let found = try #require(try finding(Scene.servers(waiting: { $0 > 5 ? 3 : Double(30 - 3 * $0) })))
        #expect(found.subject == .server("vllm-llama"))
        #expect(found.statement == "30 requests wait, 3 before")
        #expect(found.since == Timestamp(rfc3339: "2026-11-24T03:07:00Z"))
        #expect(!found.isCritical)
    }

    @Test("a cache that is full is named, with who waits")
    func cache() throws {
        let found = try #require(try finding(Scene.servers(cache: { $0 > 4 ? 0.6 : 0.97 })))
        #expect(found.statement == "KV cache 97 % full, 2 requests wait")
        #expect(found.since == Timestamp(rfc3339: "2026-11-24T03:08:00Z"))
        #expect(found.isCritical)
    }

    @Test("replicas and models of a server come together, old and new names do not add up")
    func together() throws {
        let old = Scene.servers(waiting: { _ in 2 })
        var renamed = Scene.level("vllm_num_requests_waiting", .waiting) { _ in 2 }
        renamed.points.removeFirst()
        var other = Scene.level("vllm:num_requests_waiting", .waiting) { _ in 5 }
        other.labels = [MetricLabel("model_name", "other")]
        let server = try #require(ModelServer.all(in: old + [renamed, other], seconds: 900).first)
        #expect(server.waiting?.latest == 7)
        #expect(server.waiting?.points.first == 7)
        #expect(server.cacheShare?.latest == 0.42)
        #expect(server.outputTokens == 1000)
        // A client that tells of tokens only is no server.
        let client = MetricSeries(
            name: "gen_ai.client.token.usage", kind: .histogram, meaning: .outputTokens, environment: "prod",
            service: "bot", start: Scene.now, step: .minutes(1), points: [.amount(4)], total: .amount(4))
        #expect(ModelServer.all(in: [client], seconds: 900).isEmpty)
    }

    @Test("as they are seen", arguments: [(80, 24), (100, 30), (120, 40), (200, 60)])
    func seen(width: Int, height: Int) {
        var calm = Scene.calm
        calm.metricSeries = Scene.servers()
        var wrong = Scene.slowCanary
        wrong.metricSeries =
            Scene.servers(waiting: { $0 > 5 ? 3 : Double(60 - 6 * $0) }, cache: { $0 > 4 ? 0.6 : 0.98 })
            + Scene.servers(service: "sglang-qwen", environment: "staging")
        for (name, source) in [("overview/servers-calm", calm), ("overview/servers-full", wrong)] {
            for set in [GlyphSet.braille, .ascii] where set == .braille || width <= 120 {
                let session = Session(source, width: width, height: height, settings: ConsoleSettings(glyphs: set))
                expectSnapshot(
                    session.canvas, name, variant: set == .braille ? nil : set.rawValue)
            }
        }
    }
}

extension Scene {
    /// A level a minute over the last quarter of an hour.
    static func level(
        _ name: String, _ meaning: MetricMeaning, service: String = "vllm-llama", environment: String = "prod",
        _ level: (_ minutesAgo: Int64) -> Double
    ) -> MetricSeries {
        let points = (0...15 as ClosedRange<Int64>).reversed().map { ago -> MetricSample? in
            let level = level(ago)
            return .level(latest: level, lowest: level, highest: level)
        }
        return MetricSeries(
            name: name, kind: .gauge, meaning: meaning, environment: environment, service: service,
            start: ago(15).floored(to: .minutes(1)), step: .minutes(1), points: points, total: points.last ?? nil)
    }

    /// What a model server tells.
    static func servers(
        service: String = "vllm-llama", environment: String = "prod", waiting: (Int64) -> Double = { _ in 2 },
        cache: (Int64) -> Double = { _ in 0.42 }
    ) -> [MetricSeries] {
        let ends: [(Double, Double, Int64)] = [(0, 0.1, 700), (0.1, 0.25, 250), (0.25, 0.5, 40), (0.5, 1, 10)]
        let distribution = MetricDistribution(
            count: 1000, sum: 110, buckets: ends.map { .init(.init($0.0, $0.1), $0.2) })
        func total(_ name: String, _ meaning: MetricMeaning, _ sample: MetricSample) -> MetricSeries {
            MetricSeries(
                name: name, kind: .sum, meaning: meaning, environment: environment, service: service, start: now,
                step: .minutes(1), points: [sample], total: sample)
        }
        return [
            level("vllm:num_requests_waiting", .waiting, service: service, environment: environment, waiting),
            level("vllm:num_requests_running", .running, service: service, environment: environment) { _ in 8 },
            level("vllm:kv_cache_usage_perc", .cacheShare, service: service, environment: environment, cache),
            total("vllm:time_to_first_token_seconds", .timeToFirstToken, .distribution(distribution)),
            total("vllm:generation_tokens_total", .outputTokens, .amount(900_000)),
        ]
    }
}
