/// Writes OTLP messages byte by byte, so that tests can also write those that no library would.
enum OTLPBody {
    static func varint(_ value: UInt64) -> [UInt8] {
        var (rest, bytes) = (value, [UInt8]())
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
    static func number(_ field: UInt64, _ value: UInt64) -> [UInt8] { varint(field << 3) + varint(value) }
    static func bytes(_ field: UInt64, _ content: [UInt8]) -> [UInt8] {
        varint(field << 3 | 2) + varint(UInt64(content.count)) + content
    }
    static func text(_ field: UInt64, _ content: String) -> [UInt8] { bytes(field, Array(content.utf8)) }
    static func fixed(_ field: UInt64, _ value: UInt64) -> [UInt8] {
        varint(field << 3 | 1) + (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    static func attribute(_ key: String, _ value: String) -> [UInt8] {
        bytes(9, text(1, key) + bytes(2, text(1, value)))
    }
    static func attribute(_ key: String, _ value: Int) -> [UInt8] {
        bytes(9, text(1, key) + bytes(2, number(3, UInt64(bitPattern: Int64(value)))))
    }

    /// A chat call; ids are numbers of any size.
    static func span(
        trace: UInt64 = .random(in: 1 ... .max), span: UInt64 = .random(in: 1 ... .max), start: UInt64, end: UInt64,
        extra: [UInt8] = []
    ) -> [UInt8] {
        let traceID = [UInt8](repeating: 7, count: 8) + bigEndian(trace)
        return bytes(1, traceID) + bytes(2, bigEndian(span)) + text(5, "chat") + number(6, 3)
            + fixed(7, start) + fixed(8, end) + attribute("gen_ai.operation.name", "chat")
            + attribute("gen_ai.provider.name", "openai") + attribute("gen_ai.request.model", "gpt-4o")
            + attribute("gen_ai.usage.input_tokens", 12) + attribute("gen_ai.usage.output_tokens", 34) + extra
    }

    /// An `ExportTraceServiceRequest` of one service.
    static func request(_ spans: [[UInt8]], service: String = "bot") -> [UInt8] {
        let resource = bytes(1, bytes(1, text(1, "service.name") + bytes(2, text(1, service))))
        return bytes(1, resource + bytes(2, spans.flatMap { bytes(2, $0) }))
    }

    static func bigEndian(_ value: UInt64) -> [UInt8] {
        (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
