import Domain
import Glibc
import Storage
import Synchronization
import Testing

@testable import Collector

/// Disks that are full, read-only or broken, and too few descriptors: what is acknowledged stays, the rest is told to come again.
@Suite(.serialized) struct FaultTests {
    private func start(_ store: TemporaryDirectory, limits: String = "") throws -> TestProgram {
        try TestProgram(["--store", store.path + "/store", "--http", "127.0.0.1:0", "--grpc", "off"], limits: limits)
    }

    /// Checks that a collector on `store` has everything that `sender` was told it has.
    private func expectNothingLost(_ sender: TestSender, _ store: TemporaryDirectory) throws {
        let collector = try TestCollector(store: store) { $0.leastFreeBytes = 0 }
        #expect(try collector.ask(sender.everything).status == 200)
        #expect(try collector.metric("headframe_stored_items_total") == 0)
        #expect(try collector.metric("headframe_duplicate_items_total") == Double(sender.acknowledged.count))
    }

    @Test(
        "a full disk refuses, reads go on, and telemetry is taken again when there is room",
        .enabled(if: TestFileSystem.isPossible(.tmpfs), "this process may not mount a file system"),
        arguments: [Int64(0), 2 << 20])
    func diskFull(leastFree: Int64) throws {
        let files = try TestFileSystem(.tmpfs, megabytes: 16)
        let filler = files.directory.path + "/filler"
        #expect(TestCommand.run("fallocate", "-l", "6M", filler))
        let collector = try TestCollector(store: files.directory) { $0.leastFreeBytes = leastFree }
        var sender = TestSender(port: collector.port)
        let refused = try sender.sendUntilRefused()
        #expect(refused.headers["retry-after"] != nil)
        #expect(sender.slowest < .seconds(1))
        #expect(!sender.acknowledged.isEmpty)
        #expect(try collector.ask(HTTPText.get("/healthz")).status == 200)
        #expect(try collector.ask(HTTPText.get("/readyz")).status == 503)
        #expect(collector.collector.status(at: SystemClock().now()).trouble?.contains("full") == true)
        let decoder = TelemetryDecoder(span: { _, _, _ in nil }, log: { _, _, _ in nil })
        let reader = try StoreReader(
            path: files.directory.path + "/store", decode: decoder, contents: { _, _ in SpanContents() })
        #expect(try reader.summary().spans == Int64(sender.acknowledged.count))

        unlink(filler)
        try sender.sendUntilTaken()
        #expect(try collector.ask(HTTPText.get("/readyz")).status == 200)
        collector.stop()
        try expectNothingLost(sender, files.directory)
    }

    @Test("files that may not grow refuse, and telemetry is taken again when they may")
    func filesMayNotGrow() throws {
        let store = TemporaryDirectory()
        let program = try start(store)
        var sender = TestSender(port: try program.readyPort())
        #expect(try sender.send().status == 200)
        #expect(program.limit("fsize", to: 600 << 10))
        let refused = try sender.sendUntilRefused()
        #expect(refused.headers["retry-after"] != nil)
        #expect(sender.slowest < .seconds(1))
        #expect(program.limit("fsize", to: 1 << 40))
        try sender.sendUntilTaken()
        program.send(SIGTERM)
        let end = program.end()
        #expect(end.status == 0)
        #expect(end.text.split(separator: "\n").count { $0.contains("telemetry is not taken") } == 1)
        try expectNothingLost(sender, store)
    }

    @Test("a store that cannot be written ends the start", arguments: [true, false])
    func readOnlyStart(hasStore: Bool) throws {
        // Modes do not stop root, and only root can mount; each of them checks what it can.
        let isRoot = geteuid() == 0
        let files = isRoot ? try TestFileSystem(.tmpfs, megabytes: 16) : nil
        let directory = files?.directory ?? TemporaryDirectory()
        if hasStore { try TestCollector(store: directory) { $0.leastFreeBytes = 0 }.stop() }
        if let files { #expect(files.remount("ro")) }
        for path in [directory.path + "/store", directory.path] where !isRoot { chmod(path, 0o500) }
        if !isRoot, hasStore { chmod(directory.path + "/store/store.lock", 0o400) }
        let end = try start(directory).end()
        for path in [directory.path, directory.path + "/store"] where !isRoot { chmod(path, 0o700) }
        #expect(end.status == 78)
        #expect(end.text.contains("\(directory.path)/store"))
        #expect(end.text.contains(isRoot || hasStore ? "cannot be written" : "cannot be created"))
    }

    @Test(
        "a file system that the kernel makes read-only refuses, and loses nothing",
        .enabled(if: TestFileSystem.isPossible(.ext4), "this process may not mount an image file"))
    func readOnlyUnderLoad() throws {
        let files = try TestFileSystem(.ext4, megabytes: 256)
        let program = try start(files.directory)
        var sender = TestSender(port: try program.readyPort())
        for _ in 0..<20 { #expect(try sender.send().status == 200) }
        #expect(files.remount("abort"))
        let refused = try sender.sendUntilRefused()
        #expect(refused.headers["retry-after"] != nil)
        #expect(sender.slowest < .seconds(1))
        program.send(SIGTERM)
        let end = program.end()
        #expect(end.status == 0)
        #expect(end.text.split(separator: "\n").count { $0.contains("telemetry is not taken") } == 1)
        #expect(end.text.contains(files.directory.path))
        try files.reopen()
        try expectNothingLost(sender, files.directory)
    }

    @Test("a failed fsync ends the process, and a new one finds what was acknowledged")
    func failedSync() throws {
        let store = TemporaryDirectory()
        let first = try start(store)
        var sender = TestSender(port: try first.readyPort())
        #expect(try sender.send().status == 200)
        first.send(SIGTERM)
        #expect(first.end().status == 0)

        let started = Mutex<TestProgram?>(nil)
        let arguments = ["--store", store.path + "/store", "--http", "127.0.0.1:0", "--grpc", "off"]
        TestThread {
            guard SystemCalls.failSyncs() else { return }
            started.withLock { $0 = try? TestProgram(arguments) }
        }.join()
        guard let second = started.withLock({ $0 }) else {
            withKnownIssue("this system has no filters of system calls; nothing was checked") { Issue.record() }
            return
        }
        var other = TestSender(port: try second.readyPort())
        let answer = try other.send()
        #expect(answer.status == 503)
        #expect(answer.headers["retry-after"] != nil)
        let end = second.end()
        #expect(end.status == 70)
        #expect(end.text.contains("critical ending, because the store cannot be written"))
        try expectNothingLost(sender, store)
    }

    @Test("with few descriptors connections are few, and none is too many")
    func fewDescriptors() throws {
        let store = TemporaryDirectory()
        let program = try start(store, limits: "-n 64")
        let port = try program.readyPort()
        let first = try RawClient(port: port)
        first.send(HTTPText.get("/healthz"))
        #expect(try first.answer()?.status == 200)
        var crowd = try (0..<200).map { _ in try RawClient(port: port) }
        try expectRest(of: program)
        first.send(HTTPText.get("/healthz"))
        #expect(try first.answer()?.status == 200)
        crowd.removeAll()
        var sender = TestSender(port: port)
        try sender.sendUntilTaken()
    }

    @Test("without a free descriptor accepting pauses, and goes on when there is one")
    func noDescriptors() throws {
        let store = TemporaryDirectory()
        let program = try start(store)
        let port = try program.readyPort()
        #expect(program.limit("nofile", to: program.nextDescriptor))
        let client = try RawClient(port: port)
        client.send(HTTPText.get("/healthz"))
        try expectRest(of: program)
        #expect(client.hasNothing)
        #expect(program.limit("nofile", to: 1_024))
        #expect(try client.answer()?.status == 200)
        var sender = TestSender(port: port)
        try sender.sendUntilTaken()
    }

    /// Checks that `program` uses less than a fifth of a processor for two seconds.
    private func expectRest(of program: TestProgram) throws {
        let (before, start) = (program.processorSeconds, ContinuousClock.now)
        try waitUntil { ContinuousClock.now - start >= .seconds(2) }
        #expect(program.processorSeconds - before < 0.4)
    }
}
