import Domain
import Glibc
import Synchronization
import Testing

/// The daemon as a process: signals, exit codes, the line that says that it serves.
@Suite struct ProgramTests {
    private func start(_ store: TemporaryDirectory, _ more: [String] = []) throws -> TestProgram {
        try TestProgram(["--store", store.path + "/store", "--http", "127.0.0.1:0", "--grpc", "off"] + more)
    }

    @Test("it says in one line that it serves, where, and who it is")
    func ready() throws {
        let store = TemporaryDirectory()
        let program = try start(store)
        let port = try program.readyPort()
        let line = try program.line(with: "ready")
        #expect(
            line
                == "headframed: ready http=127.0.0.1:\(port) grpc=off store=\(store.path)/store pid=\(program.processID)"
        )
        program.send(SIGTERM)
        #expect(program.end().status == 0)
    }

    @Test("it serves gRPC where it says, and says so")
    func readyGRPC() throws {
        let store = TemporaryDirectory()
        let program = try TestProgram(
            ["--store", store.path + "/store", "--http", "127.0.0.1:0", "--grpc", "127.0.0.1:0"])
        let line = try program.line(with: "ready")
        let grpc = try #require(line.split(separator: " ").first { $0.hasPrefix("grpc=127.0.0.1:") })
        let port = try #require(grpc.split(separator: ":").last.flatMap { Int($0) })
        #expect(try HTTP2Client(port: port).call(HTTP2Client.head(GRPCPath.health)).message == [8, 1])
        program.send(SIGTERM)
        #expect(program.end().status == 0)
    }

    @Test("SIGTERM under load answers what was taken, and nothing acknowledged is lost")
    func terminate() throws {
        let store = TemporaryDirectory()
        let program = try start(store)
        let port = try program.readyPort()
        let moment = SystemClock().now()
        let acknowledged = Mutex<Set<UInt64>>([])
        let threads = (0..<3).map { thread in
            TestThread {
                var id = UInt64(thread + 1) << 32
                while let client = try? RawClient(port: port) {
                    let body = { OTLPBody.request(OTLPBody.recent([id], before: moment)) }
                    while client.send(HTTPText.post("/v1/traces", body())) {
                        guard let answer = try? client.answer(), answer.status == 200 else { break }
                        acknowledged.withLock { _ = $0.insert(id) }
                        id += 1
                    }
                }
            }
        }
        try waitUntil { acknowledged.withLock { $0.count } >= 50 }
        let start = ContinuousClock.now
        program.send(SIGTERM)
        #expect(program.end().status == 0)
        #expect(ContinuousClock.now - start < .seconds(5))
        threads.forEach { $0.join() }
        let ids = acknowledged.withLock { $0 }
        let again = try TestCollector(store: store)
        let all = OTLPBody.request(OTLPBody.recent(ids, before: moment))
        #expect(try again.ask(HTTPText.post("/v1/traces", all)).status == 200)
        #expect(try again.metric("headframe_received_items_total{signal=\"traces\"}") == Double(ids.count))
        #expect(try again.metric("headframe_stored_items_total") == 0)
    }

    @Test("a second daemon ends at once and names the first")
    func secondDaemon() throws {
        let store = TemporaryDirectory()
        let first = try start(store)
        let port = try first.readyPort()
        let started = ContinuousClock.now
        let second = try start(store)
        let end = second.end()
        #expect(ContinuousClock.now - started < .seconds(2))
        #expect(end.status == 75)
        #expect(end.text.contains("process id \(first.processID)"))
        #expect(try RawClient(port: port).send(HTTPText.get("/healthz")))
    }

    @Test("SIGHUP reads the configuration again, all or nothing")
    func hangUp() throws {
        let store = TemporaryDirectory()
        let file = store.path + "/config.yaml"
        TestFile.write("collector: {hosts: [one.example]}", to: file)
        let program = try start(store, ["--config", file])
        let port = try program.readyPort()
        func status(_ host: String) throws -> Int? {
            let client = try RawClient(port: port)
            client.send(HTTPText.post(host: host))
            return try client.answer()?.status
        }
        #expect(try status("one.example") == 200)
        TestFile.write("collector: {hosts: [two.example], nonsense: 1}", to: file)
        program.send(SIGHUP)
        #expect(try program.line(with: "not used").contains("config.yaml:1:35: unknown key nonsense"))
        #expect(try status("one.example") == 200)
        TestFile.write("collector: {hosts: [two.example]}", to: file)
        program.send(SIGHUP)
        _ = try program.line(with: "read again")
        #expect(try status("one.example") == 403)
        #expect(try status("two.example") == 200)
        TestFile.write("collector: {hosts: [two.example], retention_days: 3}", to: file)
        program.send(SIGHUP)
        _ = try program.line(with: "collector.retention_days was changed but is read at start only")
    }

    @Test(
        "mistakes end it before it starts",
        arguments: [
            (["--http", "0.0.0.0:4318"], Int32(78), "only loopback addresses"),
            (["--http", "nonsense"], 64, "nonsense"),
            (["--http", "127.0.0.1:0", "--grpc", "0.0.0.0:4317"], 78, "only loopback addresses"),
            (["--grpc", "on"], 64, "on"),
            (["--config", "/nonexistent.yaml"], 78, "cannot be opened"),
            (["--store", "/dev/null"], 78, "not a directory"),
            (["check", "--config", "/nonexistent.yaml"], 78, "cannot be opened"),
            (["config"], 64, "--example"),
        ])
    func mistakes(_ arguments: [String], _ status: Int32, _ message: String) throws {
        let end = try TestProgram(arguments).end()
        #expect(end.status == status)
        #expect(end.text.contains(message), "\(end.text)")
    }

    @Test("check finds every mistake")
    func check() throws {
        let store = TemporaryDirectory()
        let file = store.path + "/config.yaml"
        TestFile.write("collector: {htp: 1}\nconsol: {}\n", to: file)
        let bad = try TestProgram(["check", "--config", file]).end()
        #expect(bad.status == 78)
        #expect(bad.text.split(separator: "\n").count == 2)
        TestFile.write("collector: {retention_days: 3}\n", to: file)
        #expect(try TestProgram(["check", "--config", file]).end().status == 0)
    }
}
