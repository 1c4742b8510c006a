import Collector
import Configuration
import Domain
import Glibc
import Storage

/// A collector in this process on a store of its own, which goes with it.
final class TestCollector {
    let collector: Collector
    let store: TemporaryDirectory
    var isStopped = false

    init(
        store: TemporaryDirectory = TemporaryDirectory(), configuration: Configuration = Configuration(),
        storage: (inout StoreOptions) -> Void = { _ in }
    ) throws {
        self.store = store
        var options = CollectorOptions(store: store.path + "/store", configuration: configuration)
        options.http = ListenAddress("127.0.0.1:0")
        options.grpc = Listening("127.0.0.1:0")
        options.logsQuietly = true
        options.storage.reserveBytes = 1 << 20
        storage(&options.storage)
        collector = try Collector(options)
    }

    deinit { stop() }

    func stop() {
        guard !isStopped else { return }
        isStopped = true
        collector.stop()
    }

    var port: Int { collector.http.split(separator: ":").last.flatMap { Int($0) } ?? 0 }

    /// Sends one request on a connection of its own.
    func ask(_ request: [UInt8]) throws -> RawClient.Answer {
        let client = try RawClient(port: port)
        client.send(request)
        guard let answer = try client.answer() else { throw RawClient.Failure(what: "no answer") }
        return answer
    }

    /// The value of a metric without labels.
    func metric(_ name: String) throws -> Double? {
        let text = try ask(HTTPText.get("/metrics")).text
        return text.split(separator: "\n").first { $0.hasPrefix(name + " ") }.flatMap {
            Double($0.dropFirst(name.count + 1))
        }
    }
}

/// A directory that is removed with the value.
final class TemporaryDirectory {
    let path: String

    init() {
        var template = Array("/tmp/headframe-test-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
    }

    deinit { TemporaryDirectory.remove(path) }

    private static func remove(_ path: String) {
        for name in TestFile.names(in: path) { TemporaryDirectory.remove(path + "/" + name) }
        Glibc.remove(path)
    }
}

extension OTLPBody {
    /// Spans that ended shortly before `moment`; the same ids and moment give the same spans.
    static func recent(
        _ ids: some Sequence<UInt64>, before moment: Timestamp = SystemClock().now(), extra: [UInt8] = []
    ) -> [[UInt8]] {
        let now = UInt64(moment.nanoseconds)
        return ids.map { span(trace: $0, span: $0, start: now - 1_000_000_000, end: now - 500_000_000, extra: extra) }
    }
}
