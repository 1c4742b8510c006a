import Collector
import Configuration
import Domain
import Glibc
import Storage
import Synchronization
import Testing
import Wire

/// What may not be kept, from the network to the files of the store.
@Suite struct StoredRedactionTests {
    /// Two hundred secrets of ten kinds.
    private static let secrets: [String] = (100..<120).flatMap { number in
        [
            "person\(number)@example.com", "sk-proj-AbCd3fGh1jKlMn0pQrStUvWx\(number)",
            "ghp_AbCd3fGh1jKlMn0pQrStUvWxYzAbCd3fG\(number)",
            "AKIAJ7QX2LMP4RSTU\(number)", "xoxb-1234567890-AbCd3fGh1\(number)",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w\(number)",
            "password=hunter2-Correct\(number)",
            "Bearer a1b2c3d4e5f6g7h8\(number)", "glpat-AbCd3fGh1jKlMn0pQ\(number)", "sk_live_AbCd3fGh1jKlMn0p\(number)",
        ]
    }

    /// What the secrets of a kind have in common.
    private static let stems = [
        "@example.com", "sk-proj-AbCd", "ghp_AbCd", "AKIAJ7QX", "xoxb-1234", "eyJzdWIi", "hunter2", "a1b2c3d4e5f6",
        "glpat-AbCd",
        "sk_live_AbCd",
    ]

    @Test func twoHundredSecretsReachNeitherStoreNorStatus() throws {
        let collector = try TestCollector()
        #expect(Self.secrets.count == 200)
        for (index, secret) in Self.secrets.enumerated() {
            let value = OTLPBody.bytes(2, OTLPBody.text(1, "{\"text\": \"it is \(secret)\"}"))
            let places = [
                OTLPBody.bytes(9, OTLPBody.text(1, "gen_ai.input.messages") + value),
                OTLPBody.bytes(9, OTLPBody.text(1, "x") + value),
                OTLPBody.bytes(11, OTLPBody.text(2, "e") + OTLPBody.bytes(3, OTLPBody.text(1, "k") + value)),
                OTLPBody.bytes(15, OTLPBody.text(2, "failed for \(secret)")), OTLPBody.text(5, "GET \(secret)"),
            ]
            let spans = OTLPBody.recent([UInt64(index) + 1], extra: places[index % places.count])
            #expect(try collector.ask(HTTPText.post("/v1/traces", OTLPBody.request(spans))).status == 200)
        }
        #expect(try collector.metric("headframe_stored_items_total") == 200)
        let status = collector.collector.status(at: SystemClock().now())
        #expect(status.redactions.total >= 200)
        #expect(status.redactions[.email] == 20)
        // Contents are compressed: what the reader decodes is looked at as well.
        let decoded = Mutex<[String]>([])
        let decoder = TelemetryDecoder(
            span: { message, resource, scope in
                decoded.withLock { $0.append(String(decoding: message + resource + scope, as: UTF8.self)) }
                return OTLP.span(EncodedItem(message: Array(message), resource: Array(resource), scope: Array(scope)))
            }, log: { _, _, _ in nil })
        let reader = try StoreReader(
            path: collector.store.path + "/store", decode: decoder, contents: { _, _ in SpanContents() })
        for index in Self.secrets.indices {
            let id = TraceID(high: 0x0707_0707_0707_0707, low: UInt64(index) + 1)
            #expect(try reader.trace(id)?.spans.count == 1)
        }
        let texts = decoded.withLock(\.self)
        #expect(texts.count >= 200 && texts.contains { $0.contains("[REDACTED:email]") })
        for text in texts { #expect(!Self.secrets.contains { text.contains($0) }) }
        for file in Self.files(in: collector.store.path) {
            let bytes = Self.read(file)
            for stem in Self.stems { #expect(!Self.contains(bytes, Array(stem.utf8)), "\(stem) in \(file)") }
        }
    }

    @Test func theClientIsToldOnceAMinute() throws {
        let collector = try TestCollector()
        let mail = OTLPBody.text(5, "to jane@example.com")
        func post(_ id: UInt64) throws -> RawClient.Answer {
            try collector.ask(HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent([id], extra: mail))))
        }
        #expect(try post(1).text.contains("taken out (email)"))
        #expect(try post(2).body.isEmpty)
    }

    private static func files(in path: String) -> [String] {
        TestFile.names(in: path).flatMap { name in
            let inner = files(in: path + "/" + name)
            return inner.isEmpty ? [path + "/" + name] : inner
        }
    }

    private static func read(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = Glibc.read(descriptor, &block, block.count), count > 0 { bytes += block[..<count] }
        return bytes
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        var rest = bytes[...]
        while let at = rest.firstIndex(of: first) {
            rest = rest[at...]
            if rest.starts(with: part) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
