import Domain

/// Writes out what happens while a question is answered or a conversation summed up.
struct TurnWriter: Sendable {
    let data: SampleData
    private let retriever: Retriever

    /// Tokens of the tools' definitions, which the provider counts but nobody sees in the messages.
    private static let toolDefinitionTokens = 1100

    init(data: SampleData) {
        self.data = data
        retriever = Retriever(documents: data.documents)
    }

    /// The trace of the answer to one of a session's questions.
    func answer(_ session: Session, step index: Int, under conditions: Conditions) -> Turn {
        let step = session.steps[index]
        let isCanary = session.bucket < conditions.canaryShare
        let prompt = isCanary ? data.canary : data.stable
        let behaviour = isCanary ? conditions.canary : conditions.stable
        let question = step.question.question.naming(order: session.order)
        let answer = step.question.answer.naming(order: session.order)
        var trace = TraceBuilder(service: .supportBot, start: step.start, seed: step.seed)
        let flag = trace.source.chance(0.5) ? [evaluation(of: prompt.release, at: trace.start)] : []

        addGuardrail(to: &trace)
        let documents = retriever.retrieve(for: step.question, asked: question, in: &trace)

        // Anthropic's model is better at languages that are not written in Latin letters.
        let model =
            ["ar", "ja", "zh"].contains(session.language) ? ChatModel.claudeSonnet : ChatModel.named(prompt.model)
        let context = "Context:\n" + documents.map(\.text).joined(separator: "\n\n") + "\n\nQuestion: " + question
        let history = session.steps[..<index].flatMap { earlier in
            [
                (role: "user", text: earlier.question.question.naming(order: session.order)),
                (role: "assistant", text: earlier.question.answer.naming(order: session.order)),
            ]
        }
        let hit = (index == 0 ? 0.62 : 0.85) * (isCanary ? 0.35 : 1)
        var call = ChatCall(
            model: model, prompt: prompt, conversation: session.id,
            messages: history.map { MessageText.message($0.role, [MessageText.text($0.text)]) } + [
                MessageText.user(context)
            ],
            prefixTokens: prompt.tokens + Self.toolDefinitionTokens
                + history.reduce(0) { $0 + $1.text.estimatedTokens + 4 },
            newTokens: documents.reduce(question.estimatedTokens + 12) { $0 + $1.tokens },
            parts: [MessageText.text(answer)],
            outputTokens: answer.estimatedTokens, finishReason: "stop", isStreamed: true, behaviour: behaviour,
            outage: conditions.outages[model.name] ?? 0, cacheHit: hit)
        let outcome = converse(&call, tool: step.question.tool, order: session.order, in: &trace)

        var attributes: ReportedAttributes = [
            "gen_ai.operation.name": "invoke_agent",
            "gen_ai.agent.name": .string(Service.supportBot.rawValue),
            "gen_ai.provider.name": .string(model.provider),
            "gen_ai.conversation.id": .string(session.id),
            "user.id": .string(session.user),
            "gen_ai.prompt.name": .string(prompt.name),
            "gen_ai.prompt.version": .string(prompt.version),
            "headframe.release": .string(prompt.release),
        ]
        let name = "invoke_agent \(Service.supportBot.rawValue)"
        switch outcome {
        case .success(let chat):
            let spans = trace.finished(name, failure: nil, attributes: attributes, events: flag)
            let judge = Judge(behaviour: behaviour, samplesAll: isCanary)
            return Turn(
                start: trace.start, spans: spans, verdicts: judge.verdicts(on: chat, after: trace.now, &trace.source))
        case .failure(let failure):
            attributes["error.type"] = .string(failure.kind.rawValue)
            let spans = trace.finished(name, failure: failure.kind.message, attributes: attributes, events: flag)
            return Turn(start: trace.start, spans: spans, verdicts: [])
        }
    }

    /// The trace of the other service, which sums a conversation up for the next colleague.
    func summary(_ session: Session, _ step: Session.Step, under conditions: Conditions) -> Turn {
        let prompt = data.summarise
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
            isStreamed: false, behaviour: .init(), outage: conditions.outages[model.name] ?? 0, cacheHit: 0)
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

    /// The call that answers, after a call that asks for a tool where the question needs one.
    private func converse(
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
        call.cacheHit = 0.95
        return call.perform(in: &trace)
    }

    private func addGuardrail(to trace: inout TraceBuilder) {
        trace.add(
            "guardrail prompt-injection", .internal, seconds: trace.source.logNormal(median: 0.012, sigma: 0.3),
            attributes: [
                "openinference.span.kind": "GUARDRAIL",
                "guardrail.name": "prompt-injection",
                "guardrail.verdict": "pass",
                "guardrail.score": .double(trace.source.uniform(0, 0.2)),
            ])
    }

    /// What an OpenFeature hook reports of the decision which release serves.
    private func evaluation(of release: String, at time: Timestamp) -> ReportedSpan.Event {
        .init(
            time: time, name: "feature_flag.evaluation",
            attributes: [
                "feature_flag.key": "support-answer",
                "feature_flag.provider.name": "headframe",
                "feature_flag.result.variant": .string(release),
                "feature_flag.result.reason": "split",
            ])
    }
}

extension String {
    /// The text with the number of an order in its place.
    fileprivate func naming(order: String) -> String {
        // Most texts name none, and a search for a string is slow.
        guard utf8.contains(UInt8(ascii: "{")) else { return self }
        return split(separator: "{order}", omittingEmptySubsequences: false).joined(separator: order)
    }
}
