import Domain

/// A call of a model as an application reports it, in a trace of its own.
struct Call {
    /// Makes the ids of span and trace.
    var number: UInt64
    var service = "support-bot"
    var model = "gpt-4o"
    var release: String?
    var start: Timestamp
    var milliseconds: UInt64 = 500
    var inputTokens: UInt64 = 100
    var outputTokens: UInt64 = 20
    var isError = false
    var question = "Where is my parcel?"

    var traceID: String { Self.hexadecimal(Self.traceSalt) + spanID }
    var spanID: String { Self.spanID(number) }

    /// The id of the span of the call with this number.
    static func spanID(_ number: UInt64) -> String { hexadecimal(number) }

    private static let traceSalt: UInt64 = 7

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The body of a request that reports the calls, which are all of one service.
    static func body(_ calls: [Call]) -> [UInt8] {
        let service = Protobuf.bytes(1, attribute(1, "service.name", Protobuf.text(1, calls.first?.service ?? "")))
        let spans = calls.flatMap { Protobuf.bytes(2, $0.span) }
        return Protobuf.bytes(1, service + Protobuf.bytes(2, spans))
    }

    private var span: [UInt8] {
        let begin = UInt64(clamping: start.nanoseconds)
        let messages = #"[{"role":"user","parts":[{"type":"text","content":"\#(question)"}]}]"#
        var texts = [
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", model),
            ("gen_ai.input.messages", messages),
        ]
        if let release { texts.append(("headframe.release", release)) }
        return Protobuf.bytes(1, Protobuf.bigEndian(Self.traceSalt) + Protobuf.bigEndian(number))
            + Protobuf.bytes(2, Protobuf.bigEndian(number)) + Protobuf.text(5, "chat") + Protobuf.number(6, 3)
            + Protobuf.fixed(7, begin) + Protobuf.fixed(8, begin + milliseconds * 1_000_000)
            + texts.flatMap { Self.attribute(9, $0, Protobuf.text(1, $1)) }
            + Self.attribute(9, "gen_ai.usage.input_tokens", Protobuf.number(3, inputTokens))
            + Self.attribute(9, "gen_ai.usage.output_tokens", Protobuf.number(3, outputTokens))
            + (isError ? Protobuf.bytes(15, Protobuf.number(3, 2)) : [])
    }

    private static func attribute(_ field: UInt64, _ key: String, _ value: [UInt8]) -> [UInt8] {
        Protobuf.bytes(field, Protobuf.text(1, key) + Protobuf.bytes(2, value))
    }
}
