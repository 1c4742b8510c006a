import Domain
import Drawing

extension ConsoleState {
    /// Copies what is selected in the request, or what is named.
    mutating func copyOfRequest(_ what: String?) throws(CommandFailure) -> [Effect] {
        guard let request else { return [] }
        let copied: String? =
            switch what {
            case nil: request.focus == .steps ? request.waterfall.step?.sentence : request.document.part?.copy
            case "trace": request.trace.description
            case "span": request.waterfall.span?.description
            case "conversation": request.document.plainText
            default: throw CommandFailure("copy what is selected, or: :copy trace, :copy span, :copy conversation")
            }
        guard let copied, !copied.isEmpty else { throw CommandFailure("there is no text in it") }
        tell(
            .done,
            what == "trace" ? "trace \(copied) sent to the terminal's clipboard" : "sent to the terminal's clipboard")
        return [.copy(Text.sanitized(copied, as: .body))]
    }
}

extension TraceStep {
    /// The step in one line that can be sent to a colleague.
    fileprivate var sentence: String {
        var parts = [label.string, "\(Format.duration(seconds: duration?.seconds))"]
        if let cost { parts.append(Format.money(cost.usd)) }
        if isError { parts.append("failed") }
        parts.append("span \(spanID)")
        return parts.joined(separator: "  ")
    }
}

extension Document {
    /// All of it as text.
    fileprivate var plainText: String {
        parts.map { part in
            let title = part.title.isEmpty ? [] : [part.title.string]
            let text = part.text.isEmpty ? [] : [part.text.string]
            return (part.startsParagraph ? "\n" : "") + (title + text).joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
