import Collector
import Domain
import Storage
import Testing

/// Data points from the network to the store, and what their senders are told.
@Suite struct MetricIntakeTests {
    /// A request of one gauge with these points.
    private func request(_ name: String, _ points: [[UInt8]]) -> [UInt8] {
        let gauge = OTLPBody.bytes(5, points.flatMap { OTLPBody.bytes(1, $0) })
        return OTLPBody.bytes(1, OTLPBody.bytes(2, OTLPBody.bytes(2, OTLPBody.text(1, name) + gauge)))
    }

    private func point(_ level: Double, time: UInt64, model: String = "m") -> [UInt8] {
        OTLPBody.fixed(3, time) + OTLPBody.fixed(4, level.bitPattern)
            + OTLPBody.bytes(7, OTLPBody.text(1, "model_name") + OTLPBody.bytes(2, OTLPBody.text(1, model)))
    }

    private func points(_ collector: TestCollector, _ outcome: String) throws -> Double? {
        try collector.metric("headframe_metric_points_total{outcome=\"\(outcome)\"}")
    }

    @Test("labels are masked like every other text")
    func masked() throws {
        let collector = try TestCollector()
        let now = SystemClock().now()
        let level = request(
            "vllm:num_requests_waiting",
            [point(3, time: UInt64(now.nanoseconds), model: "jane.doe@example.com")])
        #expect(try collector.ask(HTTPText.post("/v1/metrics", level)).status == 200)
        #expect(try collector.metric("headframe_redactions_total{kind=\"email\"}") == 1)
        let decoder = TelemetryDecoder(span: { _, _, _ in nil }, log: { _, _, _ in nil })
        let reader = try StoreReader(path: collector.store.path + "/store", decode: decoder) { _, _ in SpanContents() }
        let range = TimeRange(last: .hours(1), before: now.advanced(by: .minutes(1)))
        let series = try reader.metrics(MetricsQuery(range: range, step: .minutes(1), at: range.to))
        #expect(series.first?.labels.map(\.value) == ["[REDACTED:email]"])
    }

    @Test("what is kept is stored once, the rest is counted; who sent what cannot be is told")
    func outcomes() throws {
        let collector = try TestCollector { $0.metricSeriesLimit = 2 }
        let now = UInt64(SystemClock().now().nanoseconds)
        let level = request("vllm:num_requests_waiting", [point(3, time: now)])
        for _ in 0..<2 {
            let answer = try collector.ask(HTTPText.post("/v1/metrics", level))
            #expect(answer.status == 200 && answer.body.isEmpty)
        }
        #expect(
            try collector.ask(HTTPText.post("/v1/metrics", request("process.cpu.time", [point(1, time: now)]))).body
                .isEmpty)
        let odd = request("vllm:num_requests_waiting", [point(.nan, time: now), point(1, time: 5)])
        let refused = try collector.ask(HTTPText.post("/v1/metrics", odd))
        #expect(refused.status == 200 && Array(refused.body.dropFirst(2).prefix(2)) == [0x08, 2])
        let many = request(
            "vllm:num_requests_waiting", ["a", "b", "c"].map { point(1, time: now, model: $0) })
        let dropped = try collector.ask(HTTPText.post("/v1/metrics", many))
        #expect(Array(dropped.body.dropFirst(2).prefix(2)) == [0x08, 2])
        #expect(dropped.text.contains("more series of metrics than are kept a day"))
        let counts = try ["stored", "repeated", "ignored", "refused", "dropped"].map { try points(collector, $0) }
        #expect(counts == [2, 1, 1, 2, 2])
        #expect(try collector.metric("headframe_received_items_total{signal=\"metrics\"}") == 8)
        // Data points are no spans.
        #expect(collector.collector.status(at: SystemClock().now()).storedSpans == 0)
    }
}
