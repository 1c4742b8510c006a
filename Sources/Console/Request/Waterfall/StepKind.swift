import Domain
import Drawing

/// What a step does, as the waterfall names it: a sign, and always a word beside it.
struct StepKind: Hashable {
    let sign: String
    let word: String
    let role: Role

    /// The kind of a step; nil is an ordinary span.
    init(_ operation: Domain.Operation?) {
        (sign, word, role) =
            switch operation {
            case nil: ("·", "", .textMuted)
            case .chat: ("●", "chat", .messageAssistant)
            case .textCompletion, .generateContent: ("●", "completion", .messageAssistant)
            case .embeddings: ("○", "embeddings", .chartSeries5)
            case .retrieval: ("◇", "retrieval", .chartSeries4)
            case .rerank: ("◇", "rerank", .chartSeries4)
            case .executeTool: ("■", "tool", .messageTool)
            case .invokeAgent, .createAgent: ("◆", "agent", .messageUser)
            case .invokeWorkflow: ("◆", "workflow", .messageUser)
            case .guardrail: ("□", "guardrail", .chartSeries6)
            case .evaluation: ("★", "evaluation", .chartSeries7)
            case let other?: ("·", other.rawValue, .text)
            }
    }
}

extension TraceStep {
    /// What the step does and with what: `● chat gpt-4o`, `■ tool lookup_order`, or the name of an ordinary span.
    var label: StyledText { label(count: nil) }

    /// The same for so many steps: `○ 198 × embeddings …`. The number comes first, where nothing cuts it off.
    func label(count: Int?) -> StyledText {
        let kind = StepKind(operation)
        guard operation != nil else {
            if let count { return StyledText("\(Format.grouped(count)) spans without calls", .textMuted) }
            return StyledText(name.isEmpty ? "span \(spanID)" : name, .textMuted)
        }
        let what = subject ?? withoutKind(kind.word)
        let times = count.map { StyledText("\(Format.grouped($0)) × ", .textStrong) } ?? StyledText()
        return StyledText("\(kind.sign) ", kind.role) + times + StyledText(kind.word, kind.role)
            + (what.isEmpty ? StyledText() : StyledText(" \(what)"))
    }

    /// The name without what the sign and the word in front of it say already.
    private func withoutKind(_ word: String) -> String {
        for known in [word, operation?.rawValue ?? word] where name.hasPrefix(known) {
            let rest = name.dropFirst(known.count)
            if rest.isEmpty { return "" }
            if rest.first == " " { return String(rest.dropFirst()) }
        }
        return name
    }
}
