import Conventions
import Domain
import Foundation
import Testing

@testable import Storage

/// A store in a directory of its own that is gone when nobody refers to it any more; its writers and readers do.
final class TemporaryStore: Sendable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "headframe-store-" + UUID().uuidString
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    static var options: StoreOptions {
        var options = StoreOptions()
        options.reserveBytes = 4096
        options.leastFreeBytes = 0
        options.retentionDays = nil
        return options
    }

    func writer(_ options: StoreOptions = TemporaryStore.options, clock: any WallClock = FixedClock()) throws
        -> StoreWriter
    {
        try StoreWriter(
            directory: StoreDirectory(creating: path),
            resolver: { [self] nodes in withExtendedLifetime(self) { Interpreter.resolve(nodes) } },
            pricer: SampleSpan.price, options: options,
            clock: clock)
    }

    func reader() throws -> StoreReader {
        try StoreReader(path: path, decode: .test) { [self] span, logs in
            withExtendedLifetime(self) { SpanContents(test: span, logs) }
        }
    }
}

/// Noon of 2026-11-24, unless told otherwise.
struct FixedClock: WallClock {
    var time = Timestamp(rfc3339: "2026-11-24T12:00:00Z") ?? Timestamp(nanoseconds: 0)
    func now() -> Timestamp { time }
}

extension StoreWriter {
    /// Stores and waits for the answer.
    @discardableResult
    func store(_ telemetry: Telemetry) throws -> StoredCounts {
        let answer = Answer()
        #expect(submit(telemetry) { answer.result = $0 })
        flush()
        return try #require(answer.result).get()
    }
}

/// Where the answer of a submission ends up. Read only after `flush`, which waits for it.
final class Answer: @unchecked Sendable {
    var result: Result<StoredCounts, StoreError>?
}

extension SpanContents {
    /// What follows the ids in the bytes of a span is its input, of its logs its output.
    fileprivate init(test span: Span, _ logs: [LogRecord]) {
        self.init()
        func messages(_ role: String, _ bytes: ArraySlice<UInt8>) -> [Message] {
            let text = String(decoding: bytes.dropFirst(24), as: UTF8.self)
            return text.isEmpty ? [] : [Message(role: role, parts: [.text(text)])]
        }
        input = messages("user", span.encoded)
        output = logs.flatMap { messages("assistant", $0.encoded) }
    }
}

extension TelemetryDecoder {
    /// Reads what `SampleSpan` encodes: the ids, then any bytes.
    static let test = TelemetryDecoder(
        span: { bytes, _, _ in
            guard bytes.count >= 24, let trace = TraceID(bytes[0..<16]), let id = SpanID(bytes[16..<24]) else {
                return nil
            }
            var record = SpanRecord(traceID: trace, spanID: id)
            record.encoded = ByteSlice(offset: 0, count: UInt32(bytes.count))
            return TelemetryBatch(
                bytes: bytes, resources: [], scopes: [], spans: [record], attributes: [], values: []
            ).spans.first
        },
        log: { bytes, _, _ in
            var record = LogRecordRecord()
            record.encoded = ByteSlice(offset: 0, count: UInt32(bytes.count))
            if bytes.count >= 24 { (record.traceID, record.spanID) = (TraceID(bytes[0..<16]), SpanID(bytes[16..<24])) }
            return TelemetryBatch(
                bytes: bytes, resources: [], scopes: [], logs: [record], attributes: [], values: []
            ).logs.first
        })
}
