import Domain
import Drawing

extension ConsoleState {
    /// Copies the selected row as a sentence that can be sent to a colleague, or one of its identifiers.
    mutating func copyRequest(_ what: String?) throws(CommandFailure) -> [Effect] {
        if teaches { return try copySelection(nil) }
        guard let row = selectedRequest else { throw CommandFailure("there is no row") }
        let text: String
        switch what {
        case nil: text = Self.sentence(row)
        case "trace": text = row.traceID.description
        case "span": text = row.spanID.description
        case let other?: throw CommandFailure("\(other) cannot be copied: use trace, span, or nothing for the row")
        }
        tell(.done, "\(what ?? "row") sent to the terminal's clipboard")
        return [.copy(Text.sanitized(text))]
    }

    private static func sentence(_ row: RequestRow) -> String {
        let call = row.call
        let usage =
            "\(Format.count(call.usage.input.map(Double.init))) tokens in, "
            + "\(Format.count(call.usage.output.map(Double.init))) out"
        let parts = [
            row.end.rfc3339(.milliseconds), CallStatus(call).word, call.service, call.model, call.context.release,
            Format.duration(seconds: row.duration?.seconds), usage, row.cost.map { Format.money($0.usd) },
            "trace \(row.traceID)",
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
