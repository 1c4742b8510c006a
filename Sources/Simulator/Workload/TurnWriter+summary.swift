import Domain

extension TurnWriter {
    /// The trace of the other service, which sums a conversation up for the next colleague.
    func summary(_ session: Session, _ step: Session.Step, under conditions: Conditions) -> Turn {
        let prompt = data.summarise.revised(by: conditions.summaries)
        let model = ChatModel.named(prompt.model)
        let conversation = session.steps.map {
            "Customer: \($0.question.question)\nBot: \($0.question.answer)".naming(order: session.order)
        }.joined(separator: "\n")
        let summary =
            "The customer asked \(session.steps.count) questions about \(step.question.topic) (\(session.language)). "
            + "The bot answered from the knowledge base; the last answer was: \(step.question.answer.naming(order: session.order))"
        var trace = TraceBuilder(service: .summarise, start: step.start, seed: step.seed)
        let call = ChatCall(
            model: model, prompt: prompt, conversation: nil, messages: [MessageText.user(conversation)],
            prefixTokens: prompt.tokens, newTokens: conversation.estimatedTokens + 4,
            parts: [MessageText.text(summary)], outputTokens: summary.estimatedTokens, finishReason: "stop",
            isStreamed: false, behaviour: conditions.summaries, outage: conditions.outages[model.name] ?? 0, cacheHit: 0
        )
        var attributes: ReportedAttributes = [
            "gen_ai.operation.name": "invoke_workflow",
            "gen_ai.workflow.name": .string(prompt.name),
            "gen_ai.conversation.id": .string(session.id),
            "gen_ai.prompt.name": .string(prompt.name),
            "gen_ai.prompt.version": .string(prompt.version),
            "headframe.release": .string(prompt.release),
        ]
        var failure: String?
        if case .failure(let reason) = call.perform(in: &trace) {
            attributes["error.type"] = .string(reason.kind.rawValue)
            failure = reason.kind.message
        }
        let spans = trace.finished("invoke_workflow \(prompt.name)", failure: failure, attributes: attributes)
        return Turn(start: trace.start, spans: spans, verdicts: [])
    }
}
