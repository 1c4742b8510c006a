import Domain
import Testing
import Wire

@testable import Simulator

/// The model server of the simulated company, read as a collector reads it.
@Suite struct ModelServerMetricsTests {
    private func points(_ scenario: Scenario, minutes: Int64, every interval: Nanoseconds = .seconds(5)) throws
        -> [MetricPoint]
    {
        var server = ModelServer(
            scenario: scenario, seed: 7, epoch: Samples.now, from: Samples.now.advanced(by: -.minutes(minutes)))
        let reports = server.reports(until: Samples.now, every: interval)
        let batch = try OTLP.metrics(protobuf: OTLPEncoder.metrics(reports))
        #expect(batch.rejected == nil && batch.ignored == 0)
        return batch.points
    }

    private func levels(_ points: [MetricPoint], _ name: String) -> [Double] {
        points.compactMap { point in
            if point.name == name, case .level(let level) = point.value { level } else { nil }
        }
    }

    @Test func everyReportIsUnderstoodAndCountersOnlyGrow() throws {
        let points = try points(.calm, minutes: 10)
        #expect(points.count == 6 * 120)
        #expect(points.allSatisfy { MetricCatalogue.meaning(of: $0.name, labels: $0.labels) != .other })
        #expect(Set(points.map(\.time)).count == 120)
        for stream in Dictionary(grouping: points, by: \.name).values {
            #expect(Set(stream.map(\.stream)).count == 1)
            for (earlier, later) in zip(stream, stream.dropFirst()) {
                switch (earlier.value, later.value) {
                case (.amount(let a, false), .amount(let b, false)): #expect(a <= b)
                case (.distribution(let a, false), .distribution(let b, false)): #expect(b.since(a) != nil)
                default: continue
                }
            }
        }
    }

    @Test func theSameSeedSaysTheSame() throws {
        #expect(try points(.slowCanary, minutes: 3) == points(.slowCanary, minutes: 3))
    }

    @Test(arguments: [Scenario.slowCanary, .errors].map(\.name))
    func troubleFillsTheCacheAndTheQueue(name: String) throws {
        let points = try points(try #require(Scenario(named: name)), minutes: 30)
        for (metric, least) in [("vllm:num_requests_waiting", 8.0), ("vllm:kv_cache_usage_perc", 0.7)] {
            let levels = levels(points, metric)
            #expect(try #require(levels.last) > least)
            #expect(try #require(levels.prefix(60).max()) < least)
        }
        #expect(levels(points, "vllm:kv_cache_usage_perc").allSatisfy { $0 >= 0 && $0 <= 1 })
    }

    @Test func calmStaysCalm() throws {
        let points = try points(.calm, minutes: 60, every: .minutes(1))
        #expect(levels(points, "vllm:num_requests_waiting").allSatisfy { $0 < 8 })
        #expect(levels(points, "vllm:kv_cache_usage_perc").allSatisfy { $0 < 0.9 })
    }
}
