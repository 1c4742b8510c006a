import Domain

extension TurnWriter {
    /// Tokens of the tools' definitions, which the provider counts but nobody sees in the messages.
    private static let toolDefinitionTokens = 1100

    /// The call that answers one of a session's questions: the system prompt, what was said before, the articles, the question.
    func call(
        _ session: Session, step index: Int, prompt: SampleData.Prompt, question: String, answer: String,
        documents: [SampleData.Document], behaviour: Conditions.Behaviour, conditions: Conditions
    ) -> ChatCall {
        // Anthropic's model is better at languages that are not written in Latin letters.
        var (model, behaviour) = (
            ["ar", "ja", "zh"].contains(session.language) ? ChatModel.claudeSonnet : ChatModel.named(prompt.model),
            behaviour
        )
        if let substitute = conditions.substitutes[model.name] {
            model.answersAs = substitute.name
            behaviour.slowness *= substitute.slowness
            behaviour.faithfulness -= substitute.loss
            behaviour.relevance -= substitute.loss
        }
        let context = "Context:\n" + documents.map(\.text).joined(separator: "\n\n") + "\n\nQuestion: " + question
        let history = session.steps[..<index].flatMap { earlier in
            [
                (role: "user", text: earlier.question.question.naming(order: session.order)),
                (role: "assistant", text: earlier.question.answer.naming(order: session.order)),
            ]
        }
        // The few calls of a canary keep its prompt in the provider's cache less often.
        let cacheHit =
            (index == 0 ? 0.62 : 0.85) * (prompt.version == data.canary.version ? 0.35 : 1) * behaviour.caching
        return ChatCall(
            model: model, prompt: prompt, conversation: session.id,
            messages: history.map { MessageText.message($0.role, [MessageText.text($0.text)]) }
                + [MessageText.user(context)],
            prefixTokens: prompt.tokens + Self.toolDefinitionTokens + behaviour.extraTokens
                + history.reduce(0) { $0 + $1.text.estimatedTokens + 4 },
            newTokens: documents.reduce(question.estimatedTokens + 12) { $0 + $1.tokens },
            parts: [MessageText.text(answer)], outputTokens: answer.estimatedTokens, finishReason: "stop",
            isStreamed: true, behaviour: behaviour, outage: conditions.outages[model.name] ?? 0, cacheHit: cacheHit)
    }

    /// The call that answers, after a call that asks for a tool where the question needs one.
    func converse(
        _ call: inout ChatCall, tool: String?, order: String, in trace: inout TraceBuilder
    ) -> Result<ChatCall.Outcome, ChatCall.Failure> {
        guard let tool else { return call.perform(in: &trace) }
        let id = "call_" + trace.source.hexadecimal(24)
        let arguments: JSON = ["order_id": .string(order)]
        let request = MessageText.toolCall(id: id, name: tool, arguments: arguments)
        var asking = call
        asking.parts = [request]
        asking.outputTokens = 22
        asking.finishReason = "tool_calls"
        if case .failure(let failure) = asking.perform(in: &trace) { return .failure(failure) }

        let answer: JSON = [
            "order_id": .string(order), "status": "shipped", "carrier": "DHL", "days_until_delivery": 2,
        ]
        trace.add(
            "execute_tool \(tool)", .internal, seconds: trace.source.logNormal(median: 0.11, sigma: 0.5),
            attributes: [
                "gen_ai.operation.name": "execute_tool",
                "gen_ai.tool.name": .string(tool),
                "gen_ai.tool.type": "function",
                "gen_ai.tool.call.id": .string(id),
                "gen_ai.tool.call.arguments": .string(arguments.text),
                "gen_ai.tool.call.result": .string(answer.text),
            ])
        let result = MessageText.toolResult(id: id, answer)
        call.messages += [MessageText.message("assistant", [request]), result]
        call.prefixTokens += call.newTokens + 22
        call.newTokens = answer.text.estimatedTokens + 8
        // The provider has just read the beginning of this very prompt.
        call.cacheHit = 0.95 * call.behaviour.caching
        return call.perform(in: &trace)
    }
}
