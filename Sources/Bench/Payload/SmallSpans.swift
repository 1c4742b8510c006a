import Domain
import Simulator

/// Requests of small spans, for figures in which their number matters and not what is said in them.
enum SmallSpans {
    /// One trace of `spans` spans, each but the root with a parent before it and eight children at most; half of them are calls.
    static func trace(_ id: TraceID, spans: Int, endingAt end: Timestamp) -> [[UInt8]] {
        requests(spans) { index, writer in
            let start = end.nanoseconds - 1_000_000 * Int64(spans - index) - 1_000_000
            span(id, UInt64(index + 1), parent: index == 0 ? nil : UInt64((index - 1) / 8 + 1), start, &writer)
            operation(index % 2 == 0 ? "invoke_agent" : "chat", &writer)
        }
    }

    /// A session of so many calls, each a trace of its own.
    static func session(_ name: String, turns: Int, endingAt end: Timestamp) -> [[UInt8]] {
        requests(turns) { index, writer in
            let trace = TraceID(high: 0x5E55_1055, low: UInt64(index + 1))
            span(trace, UInt64(index + 1), parent: nil, end.nanoseconds - 2_000_000 * Int64(turns - index), &writer)
            operation("chat", &writer)
            PayloadMaker.attribute("gen_ai.conversation.id", text: name, 9, &writer)
        }
    }

    private static func requests(_ count: Int, _ fill: (Int, inout ProtobufWriter) -> Void) -> [[UInt8]] {
        stride(from: 0, to: count, by: PayloadMaker.spansPerRequest).map { first in
            var request = ProtobufWriter()
            request.message(1) { resourceSpans in
                resourceSpans.message(1) { PayloadMaker.attribute("service.name", text: "long", 1, &$0) }
                resourceSpans.message(2) { scope in
                    for index in first..<min(count, first + PayloadMaker.spansPerRequest) {
                        scope.message(2) { fill(index, &$0) }
                    }
                }
            }
            return request.bytes
        }
    }

    private static func span(
        _ trace: TraceID, _ id: UInt64, parent: UInt64?, _ start: Int64, _ writer: inout ProtobufWriter
    ) {
        writer.bytes(1, trace.bytes)
        writer.bytes(2, SpanID(id)?.bytes ?? [])
        if let parent { writer.bytes(4, SpanID(parent)?.bytes ?? []) }
        writer.string(5, "step")
        writer.fixed64(7, UInt64(clamping: start))
        writer.fixed64(8, UInt64(clamping: start + 1_000_000))
    }

    private static func operation(_ name: String, _ writer: inout ProtobufWriter) {
        PayloadMaker.attribute("gen_ai.operation.name", text: name, 9, &writer)
        PayloadMaker.attribute("gen_ai.request.model", text: "gpt-4o", 9, &writer)
        PayloadMaker.attribute("gen_ai.usage.input_tokens", integer: 100, 9, &writer)
    }
}
