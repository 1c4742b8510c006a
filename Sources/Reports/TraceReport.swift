import Domain

/// The answer of `headframe request TRACE_ID`.
public struct TraceReport: Sendable {
    let trace: TraceDetail
    let contents: ContentsReader
    let feedback: [Feedback]

    /// The report of `trace`; what was said in its spans is read by `contents`, and `feedback` is what people said of them.
    public init(_ trace: TraceDetail, contents: @escaping ContentsReader, feedback: [Feedback] = []) {
        (self.trace, self.contents, self.feedback) = (trace, contents, feedback)
    }

    /// `{"trace_id","spans":[…]}`.
    public var json: JSON {
        ["trace_id": .string(trace.traceID.description), "spans": .array(trace.spans.map(span))]
    }

    private func span(_ detail: SpanDetail) -> JSON {
        let said = contents(detail.span, detail.logs)
        let more: [JSON.Member] = [
            .init("parent_span_id", JSON(detail.row.parentID?.description)),
            .init("kind", .string(Self.kind(detail.row.kind))),
            .init("name", .string(detail.row.name)),
            .init("input", .array(said.input.map(\.json))),
            .init("output", .array(said.output.map(\.json))),
            .init("documents", .array(said.documents.map(\.json))),
            .init("tool", said.tool?.json ?? .null),
            .init("attributes", .object(detail.span.attributes.map { .init($0.key, $0.value.json) })),
        ]
        return .object(detail.row.jsonMembers + more)
    }

    /// The name of OTLP's number of a span's kind; other numbers as they are.
    static func kind(_ number: Int32) -> String {
        let names = ["unspecified", "internal", "server", "client", "producer", "consumer"]
        return names.indices.contains(Int(number)) ? names[Int(number)] : String(number)
    }
}
