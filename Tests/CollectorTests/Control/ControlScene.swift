import Collector
import Configuration
import Domain
import Glibc
import Storage

/// A collector whose control socket is asked by hand.
final class ControlScene {
    let collector: TestCollector
    var store: String { collector.store.path + "/store" }
    var socket: String { store + "/control.sock" }

    /// - Parameter grant: what the user of the tests may do; nil for the default.
    init(
        in directory: TemporaryDirectory = TemporaryDirectory(), grant: Grant? = Grant(roles: [.editor], content: true),
        configuration: Configuration = Configuration(), storage: (inout StoreOptions) -> Void = { _ in }
    ) throws {
        var configuration = configuration
        if let grant { configuration.control.roles[Self.user] = grant }
        collector = try TestCollector(store: directory, configuration: configuration, storage: storage)
    }

    /// Who the tests run as.
    static var user: String { "os:" + (getpwuid(geteuid())?.pointee.pw_name.map { String(cString: $0) } ?? "?") }

    /// Sends one request on a connection of its own.
    func ask(_ request: [UInt8]) throws -> RawClient.Answer {
        let client = try RawClient(socket: socket)
        client.send(request)
        guard let answer = try client.answer() else { throw RawClient.Failure(what: "no answer") }
        return answer
    }

    /// A command with a key of its own, unless one is given.
    func post(_ path: String, _ body: String, key: String? = nil, method: String = "POST") throws -> RawClient.Answer {
        try ask(Self.request(path, Array(body.utf8), key: key, method: method))
    }

    static func request(
        _ path: String, _ body: [UInt8], key: String? = nil, method: String = "POST",
        type: String? = "application/json", extra: String = ""
    ) -> [UInt8] {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.count)\r\n"
        head += "Idempotency-Key: \(key ?? String(UInt64.random(in: .min ... .max)))\r\n"
        if let type { head += "Content-Type: \(type)\r\n" }
        return Array((head + extra + "\r\n").utf8) + body
    }

    /// A path as a template describes it, with 1 for every name.
    static func path(_ template: String) -> String {
        template.split(separator: "/").map { $0.hasPrefix("{") ? "/1" : "/" + $0 }.joined()
    }

    /// Stores a call that can be judged.
    func storeCall(_ number: UInt64 = 1) throws {
        let answer = try collector.ask(
            HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent([number]))))
        guard answer.status == 200 else { throw RawClient.Failure(what: "the call was not taken") }
    }

    static func trace(_ number: UInt64 = 1) -> String {
        Hexadecimal.text([UInt8](repeating: 7, count: 8) + OTLPBody.bigEndian(number))
    }
    static func span(_ number: UInt64 = 1) -> String { Hexadecimal.text(OTLPBody.bigEndian(number)) }

    /// The scores of all calls, once there are `count` of them.
    func scores(_ count: Int) throws -> [Score] {
        let reader = try StoreReader(path: store, decode: .nothing) { _, _ in SpanContents() }
        var scores: [Score] = []
        try waitUntil {
            scores = try reader.requests(RequestsQuery(range: Self.lately), watch: { _ in true }).rows.flatMap(\.scores)
            return scores.count == count
        }
        return scores
    }

    /// The score named `feedback` in the rollups.
    func summary() throws -> ScoreSummary? {
        let reader = try StoreReader(path: store, decode: .nothing) { _, _ in SpanContents() }
        return try reader.stats(StatsQuery(range: Self.lately, at: Self.lately.to)).total.scores["feedback"]
    }

    private static var lately: TimeRange {
        let now = SystemClock().now()
        return TimeRange(from: now.advanced(by: -.hours(1)), to: now.advanced(by: .minutes(1)))
    }
}

extension TelemetryDecoder {
    /// Reads no contents.
    static let nothing = TelemetryDecoder(span: { _, _, _ in nil }, log: { _, _, _ in nil })
}

extension RawClient.Answer {
    /// The body as JSON.
    var json: JSON { (try? JSON(parsing: body)) ?? .null }
    /// What an error is called.
    var code: String? { json["error"]?["code"]?.string }
}
