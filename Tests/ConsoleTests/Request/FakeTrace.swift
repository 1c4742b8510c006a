import Domain

/// A trace in memory, made step by step.
struct FakeTrace {
    var outline: TraceOutline
    var readings: [SpanID: SpanReading] = [:]
    var feedback: [Feedback] = []

    init(_ number: UInt64 = 1) {
        outline = TraceOutline(traceID: Self.id(number), steps: [])
    }

    static func id(_ number: UInt64) -> TraceID { TraceID(high: 0x4f1c_4f1c_4f1c_4f1c, low: number) }

    /// Zero is no span.
    static func span(_ number: UInt64) -> SpanID {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
        return SpanID(bytes) ?? span(1)
    }

    static let start = Scene.now.advanced(by: .seconds(-75))

    /// A row of the trace, from `from` milliseconds on for `length` of them.
    func row(
        _ number: UInt64, below parent: UInt64?, _ name: String, _ operation: Domain.Operation?, _ from: Int64,
        _ length: Int64
    )
        -> RequestRow
    {
        let start = Self.start.advanced(by: .milliseconds(from))
        var row = RequestRow(
            traceID: outline.traceID, spanID: Self.span(number), start: start,
            end: start.advanced(by: .milliseconds(length)))
        row.parentID = parent.map(Self.span)
        row.name = name
        row.kind = 3
        row.duration = length < 0 ? nil : .milliseconds(length)
        row.call.operation = operation
        row.call.service = "support-bot"
        row.call.environment = "prod"
        row.isCounted = operation?.isInference == true
        return row
    }

    /// Adds a step and what was said in it.
    mutating func add(
        _ row: RequestRow, contents: SpanContents = SpanContents(), attributes: [(String, JSON)] = [],
        exception: [(String, JSON)] = [], status: String = ""
    ) {
        outline.steps.append(TraceStep(row))
        let resource: [(String, JSON)] = [("service.name", "support-bot"), ("deployment.environment.name", "prod")]
        guard
            let span = BatchBuilder.span(
                row, attributes: attributes, exception: exception, status: status, resource: resource)
        else { return }
        readings[row.spanID] = SpanReading(detail: SpanDetail(row: row, span: span, logs: []), contents: contents)
    }
}
