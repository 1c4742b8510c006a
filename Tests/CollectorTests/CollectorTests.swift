import Collector
import Configuration
import Domain
import Storage
import Testing

/// From the network to the store and back out in numbers.
@Suite struct CollectorTests {
    @Test("what is posted is stored once, however often it is posted")
    func storedOnce() throws {
        let collector = try TestCollector()
        let body = OTLPBody.request(OTLPBody.recent(1...5))
        for _ in 0..<3 {
            let answer = try collector.ask(HTTPText.post("/v1/traces", body))
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
        }
        #expect(try collector.metric("headframe_stored_items_total") == 5)
        #expect(try collector.metric("headframe_duplicate_items_total") == 10)
        let status = collector.collector.status(at: SystemClock().now())
        #expect(status.receivedSpans == 15)
        #expect(status.storedSpans == 5)
        #expect(status.trouble == nil)
    }

    @Test("gzip and identity come to the same")
    func gzip() throws {
        let collector = try TestCollector()
        let body = OTLPBody.request(OTLPBody.recent(1...300))
        let gzip = HTTPText.post("/v1/traces", GzipBody.stored(body), extra: "Content-Encoding: gzip\r\n")
        #expect(try collector.ask(gzip).status == 200)
        #expect(try collector.ask(HTTPText.post("/v1/traces", body)).status == 200)
        #expect(try collector.metric("headframe_stored_items_total") == 300)
        #expect(try collector.metric("headframe_duplicate_items_total") == 300)
    }

    @Test("spans without identity are refused one by one")
    func partialSuccess() throws {
        let collector = try TestCollector()
        let nameless = OTLPBody.bytes(1, [UInt8](repeating: 0, count: 16)) + OTLPBody.bytes(2, [1, 2, 3])
        let answer = try collector.ask(
            HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent(1...2) + [nameless])))
        #expect(answer.status == 200)
        // ExportTraceServiceResponse { partial_success { rejected_spans: 1, error_message: … } }
        #expect(answer.body.first == 0x0A)
        #expect(Array(answer.body.dropFirst(2).prefix(2)) == [0x08, 1])
        #expect(try collector.metric("headframe_stored_items_total") == 2)
        #expect(try collector.metric("headframe_rejected_items_total") == 1)
    }

    @Test("repaired text is said once a minute and stored")
    func warning() throws {
        let collector = try TestCollector()
        let odd = OTLPBody.bytes(9, OTLPBody.text(1, "k") + OTLPBody.bytes(2, OTLPBody.bytes(1, [0x61, 0xFF])))
        func post(_ id: UInt64) throws -> RawClient.Answer {
            try collector.ask(HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent([id], extra: odd))))
        }
        #expect(try post(1).text.contains("UTF-8 was repaired"))
        #expect(try post(2).body.isEmpty)
        #expect(try collector.metric("headframe_stored_items_total") == 2)
    }

    @Test("repaired text of log records is said as well")
    func warningOfLogs() throws {
        let collector = try TestCollector()
        let record =
            OTLPBody.fixed(1, UInt64(SystemClock().now().nanoseconds)) + OTLPBody.text(12, "gen_ai.evaluation.result")
            + OTLPBody.bytes(5, OTLPBody.bytes(1, [0x61, 0xFF]))
        let body = OTLPBody.bytes(1, OTLPBody.bytes(2, OTLPBody.bytes(2, record)))
        let answer = try collector.ask(HTTPText.post("/v1/logs", body))
        #expect(answer.status == 200)
        #expect(answer.text.contains("UTF-8 was repaired"))
    }

    @Test("bombs are refused before they are inflated, one after the other and all at once")
    func bombs() throws {
        let collector = try TestCollector()
        let bomb = HTTPText.post("/v1/traces", GzipBody.zeros(80 << 20), extra: "Content-Encoding: gzip\r\n")
        let first = try collector.ask(bomb)
        #expect(first.status == 413)
        let clients = try (0..<6).map { _ in try RawClient(port: collector.port) }
        for client in clients { client.send(bomb) }
        for client in clients {
            let status = try #require(try client.answer()).status
            #expect([413, 503].contains(status))
        }
        try waitUntil { try collector.metric("headframe_decode_budget_used_bytes") == 0 }
        #expect(try collector.ask(HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent([1])))).status == 200)
    }

    @Test("more than the store can hold is told to come again, and then it is taken")
    func overload() throws {
        let collector = try TestCollector { options in
            options.queueItems = 20
            options.gathering = .milliseconds(300)
            options.gatheringItems = 1_000
        }
        let clients = try (0..<12).map { _ in try RawClient(port: collector.port) }
        func post(_ number: Int) -> [UInt8] {
            let first = UInt64(number * 10 + 1)
            return HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent(first..<(first + 10))))
        }
        for (number, client) in clients.enumerated() { client.send(post(number)) }
        let answers = try clients.map { try #require(try $0.answer()) }
        #expect(answers.contains { $0.status == 503 })
        #expect(answers.allSatisfy { $0.status == 200 || $0.status == 503 && $0.headers["retry-after"] != nil })
        for (number, client) in clients.enumerated() where answers[number].status == 503 {
            client.send(post(number))
            #expect(try client.answer()?.status == 200)
        }
        #expect(try collector.metric("headframe_stored_items_total") == 120)
    }

    @Test("a restart finds everything that was acknowledged")
    func restart() throws {
        let store = TemporaryDirectory()
        let body = HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent(1...100)))
        let first = try TestCollector(store: store)
        #expect(try first.ask(body).status == 200)
        first.stop()
        let second = try TestCollector(store: store)
        #expect(try second.ask(body).status == 200)
        #expect(try second.metric("headframe_duplicate_items_total") == 100)
    }

    @Test("a store has one collector")
    func secondCollector() throws {
        let first = try TestCollector()
        let error = #expect(throws: CollectorError.self) { try TestCollector(store: first.store) }
        #expect(error?.exitCode == 75)
        #expect(error?.description.contains("using it") == true)
        #expect(try first.ask(HTTPText.get("/readyz")).status == 200)
    }

    @Test("addresses beyond this machine are refused", arguments: ["0.0.0.0:0", "192.168.1.1:4318", "[::]:0"])
    func notLoopback(_ address: String) throws {
        let store = TemporaryDirectory()
        var options = CollectorOptions(store: store.path + "/store")
        options.http = ListenAddress(address)
        let error = #expect(throws: CollectorError.self) { try Collector(options) }
        #expect(error?.exitCode == 78)
    }

    @Test("an address in use is named, and the store is left free")
    func addressInUse() throws {
        let first = try TestCollector()
        let store = TemporaryDirectory()
        var options = CollectorOptions(store: store.path + "/store")
        options.http = ListenAddress(first.collector.http)
        let error = #expect(throws: CollectorError.self) { try Collector(options) }
        #expect(error?.exitCode == 78)
        #expect(error?.description.contains(first.collector.http) == true)
        _ = try TestCollector(store: store)
    }

    @Test("what is no directory is no store")
    func notADirectory() throws {
        let error = #expect(throws: CollectorError.self) { try Collector(CollectorOptions(store: "/dev/null")) }
        #expect(error?.exitCode == 78)
    }

    @Test("another configuration counts at once")
    func reconfigure() throws {
        let collector = try TestCollector()
        let request = HTTPText.post("/v1/traces", host: "collector.internal")
        #expect(try collector.ask(request).status == 403)
        collector.collector.reconfigure(try Configuration(parsing: "collector: {hosts: [Collector.Internal]}"))
        #expect(try collector.ask(request).status == 200)
    }

    @Test("the status file says who serves where")
    func statusFile() throws {
        let collector = try TestCollector()
        let path = collector.store.path + "/store/collector.status"
        try waitUntil { TestFile.text(path) != nil }
        let text = try #require(TestFile.text(path))
        let json = try JSON(parsing: Array(text.utf8))
        let status = try #require(CollectorStatus(json))
        #expect(status.http == collector.collector.http)
        #expect(status.trouble == nil)
        collector.stop()
        #expect(TestFile.text(path) == nil)
    }
}
