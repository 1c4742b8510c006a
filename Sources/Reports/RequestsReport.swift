import Domain
import Drawing

/// The answer of `headframe requests`.
public struct RequestsReport: Sendable {
    private let rows: [RequestRow]

    /// The report of `rows`, in their order.
    public init(_ rows: [RequestRow]) { self.rows = rows }

    /// One JSON object a line.
    public var jsonLines: String { rows.map(\.json.text).joined(separator: "\n") }

    /// The same as a table for people.
    public var text: String {
        var table = TextTable([
            .init("START", .left), .init("STATUS", .left), .init("LATENCY", .right), .init("TTFT", .right),
            .init("IN", .right), .init("OUT", .right), .init("COST", .right), .init("SERVICE", .left),
            .init("MODEL", .left),
            .init("RELEASE", .left), .init("TRACE", .left),
        ])
        for row in rows {
            table.add([
                row.start.rfc3339(), row.call.isError ? row.call.errorType ?? "error" : "ok",
                Format.duration(seconds: row.duration?.seconds),
                Format.duration(seconds: row.call.timeToFirstToken?.seconds),
                Format.grouped(row.call.usage.input.map(Int.init)), Format.grouped(row.call.usage.output.map(Int.init)),
                Format.money(row.cost?.usd), row.call.service, row.call.model ?? Format.missing,
                row.call.context.release ?? Format.missing, row.traceID.description,
            ])
        }
        return table.lines.joined(separator: "\n")
    }
}
