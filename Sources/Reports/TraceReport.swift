import Domain
import Drawing

/// The answer of `headframe request TRACE_ID`.
public struct TraceReport: Sendable {
    private let trace: TraceDetail
    private let contents: ContentsReader

    /// The report of `trace`; what was said in its spans is read by `contents`.
    public init(_ trace: TraceDetail, contents: @escaping ContentsReader) {
        (self.trace, self.contents) = (trace, contents)
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

    /// The spans as an indented list with what was said, for people.
    public var text: String {
        var lines = ["trace \(trace.traceID)"]
        let depths = self.depths
        for (detail, depth) in zip(trace.spans, depths) {
            let row = detail.row
            let indent = String(repeating: "  ", count: depth + 1)
            var facts = [Format.duration(seconds: row.duration?.seconds)]
            if row.call.operation?.hasUsage == true, row.call.usage.isKnown {
                let input = Format.grouped(row.call.usage.input.map(Int.init))
                let output = Format.grouped(row.call.usage.output.map(Int.init))
                facts.append("\(input) → \(output) tokens")
            }
            if let cost = row.cost { facts.append(Format.money(cost.usd)) }
            if row.call.isError { facts.append("error \(row.call.errorType ?? "")") }
            let name = row.name.isEmpty ? row.spanID.description : row.name
            lines.append(Text.sanitized("\(indent)\(name)  \(facts.joined(separator: "  "))"))
            let said = contents(detail.span, detail.logs)
            for message in said.input + said.output where !message.text.isEmpty {
                for (index, line) in Text.wrapped(Text.sanitized(message.text, as: .body), width: 96).enumerated() {
                    let head = index == 0 ? Text.sanitized(message.role) + ": " : "  "
                    lines.append("\(indent)  \(head)\(line)")
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    /// How deep each span lies below the root; parents that are missing or lie in a circle count as roots.
    private var depths: [Int] {
        let parents = Dictionary(
            trace.spans.map { ($0.row.spanID, $0.row.parentID) }, uniquingKeysWith: { first, _ in first })
        return trace.spans.map { detail in
            var depth = 0
            var parent = detail.row.parentID
            while let id = parent, let next = parents[id], depth < 16 {
                depth += 1
                parent = next
            }
            return depth
        }
    }
}
