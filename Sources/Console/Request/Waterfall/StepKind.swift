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
    /// What the step does and with what: `chat gpt-4o`, `tool lookup_order`, or the name of an ordinary span.
    var label: StyledText { label(count: nil) }

    /// The same with how many such steps there are.
    func label(count: Int?) -> StyledText {
        let times = count.map { StyledText(" × \(Format.grouped($0))", .textStrong) } ?? StyledText()
        let kind = StepKind(operation)
        guard operation != nil else {
            if count != nil { return StyledText("spans without calls", .textMuted) + times }
            return StyledText(name.isEmpty ? "span \(spanID)" : name, .textMuted)
        }
        let what = subject ?? (name == operation?.rawValue ? "" : name)
        return StyledText("\(kind.sign) ", kind.role) + StyledText(kind.word, kind.role) + times
            + (what.isEmpty ? StyledText() : StyledText(" \(what)"))
    }
}
