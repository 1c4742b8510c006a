import Collector
import Domain
import Storage
import Testing

/// From gRPC to the store and back out in numbers.
@Suite struct GRPCCollectorTests {
    @Test("what comes over gRPC and over HTTP is the same")
    func sameAsHTTP() throws {
        let collector = try TestCollector()
        let client = try collector.grpcClient()
        let spans = OTLPBody.request(OTLPBody.recent(1...300))
        let head = HTTP2Client.head(extra: [("grpc-encoding", "gzip")])
        #expect(try client.call(HTTP2Client.head(), HTTP2Client.message(spans)).status == 0)
        #expect(try client.call(head, HTTP2Client.message(GzipBody.stored(spans), flag: 1)).status == 0)
        #expect(try collector.ask(HTTPText.post("/v1/traces", spans)).status == 200)
        #expect(try collector.metric("headframe_stored_items_total") == 300)
        #expect(try collector.metric("headframe_duplicate_items_total") == 600)
        let status = collector.collector.status(at: SystemClock().now())
        #expect(status.grpc == collector.collector.grpc)
        #expect(try CollectorStatus(JSON(parsing: Array(status.json.text.utf8)))?.grpc == status.grpc)
    }

    @Test("bodies are refused for the same reasons as over HTTP")
    func refusals() throws {
        let collector = try TestCollector()
        let client = try collector.grpcClient()
        let head = HTTP2Client.head(extra: [("grpc-encoding", "gzip")])
        let cut = try client.call(
            HTTP2Client.head(), HTTP2Client.message(OTLPBody.request(OTLPBody.recent(1...1)).dropLast()))
        #expect(cut.status == 3)
        #expect(cut.text?.contains("resourceSpans") == true)
        #expect(cut.details != nil)
        #expect(try client.call(head, HTTP2Client.message([1, 2, 3], flag: 1)).status == 3)
        let bomb = try client.call(head, HTTP2Client.message(GzipBody.zeros(80 << 20), flag: 1))
        #expect(bomb.status == 8)
        #expect(bomb.details == nil)
        #expect(try client.call().status == 0)
    }

    @Test("spans without identity are refused one by one")
    func partialSuccess() throws {
        let collector = try TestCollector()
        let nameless = OTLPBody.bytes(1, [UInt8](repeating: 0, count: 16)) + OTLPBody.bytes(2, [1, 2, 3])
        let body = OTLPBody.request(OTLPBody.recent(1...2) + [nameless])
        let answer = try collector.grpcClient().call(HTTP2Client.head(), HTTP2Client.message(body))
        #expect(answer.status == 0)
        #expect(answer.message.first == 0x0A)
        #expect(try collector.metric("headframe_stored_items_total") == 2)
    }

    @Test("what waits for the store when its deadline passes is not stored")
    func deadline() throws {
        let collector = try TestCollector { options in
            options.gathering = .seconds(1)
            options.gatheringItems = 1_000
        }
        let spans = OTLPBody.request(OTLPBody.recent(1...10))
        let head = HTTP2Client.head(extra: [("grpc-timeout", "100m")])
        let late = try collector.grpcClient().call(head, HTTP2Client.message(spans))
        #expect(late.status == 4)
        #expect(late.text == "the deadline passed; nothing was stored")
        #expect(try collector.ask(HTTPText.post("/v1/traces", spans)).status == 200)
        #expect(try collector.metric("headframe_stored_items_total") == 10)
        #expect(try collector.metric("headframe_duplicate_items_total") == 0)
    }

    @Test("stopping tells clients to leave")
    func stop() throws {
        let collector = try TestCollector()
        let client = try collector.grpcClient()
        #expect(try client.call().status == 0)
        let stopper = TestThread { [collector = collector.collector] in collector.stop() }
        #expect(try client.goAway() == 0)
        stopper.join()
        collector.isStopped = true
    }
}

extension TestCollector {
    /// A client on a connection of its own.
    func grpcClient() throws -> HTTP2Client {
        let port = collector.grpc?.split(separator: ":").last.flatMap { Int($0) } ?? 0
        let client = try HTTP2Client(port: port)
        client.owner = self
        return client
    }
}
