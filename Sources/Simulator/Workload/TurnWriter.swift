import Domain

/// Writes out what happens while a question is answered or a conversation summed up.
struct TurnWriter: Sendable {
    let data: SampleData
    private let retriever: Retriever

    init(data: SampleData) {
        self.data = data
        retriever = Retriever(documents: data.documents)
    }

    /// The trace of the answer to one of a session's questions.
    func answer(_ session: Session, step index: Int, under conditions: Conditions) -> Turn {
        let step = session.steps[index]
        let isCanary = session.bucket < conditions.canaryShare
        let behaviour = isCanary ? conditions.canary : conditions.stable
        let prompt = (isCanary ? data.canary : data.stable).revised(by: behaviour)
        var wording = Wording(seed: step.seed, language: session.language)
        let question = wording.before(conditions.questions) + step.question.question.naming(order: session.order)
        let answer = step.question.answer.naming(order: session.order) + wording.after(conditions)
        var trace = TraceBuilder(service: .supportBot, start: step.start, seed: step.seed)
        let flag = trace.source.chance(0.5) ? [evaluation(of: prompt.release, at: trace.start)] : []

        addGuardrail(to: &trace)
        let documents = retriever.retrieve(for: step.question, asked: question, in: &trace)

        var call = call(
            session, step: index, prompt: prompt, question: question, answer: answer, documents: documents,
            behaviour: behaviour, conditions: conditions)
        let outcome = converse(&call, tool: step.question.tool, order: session.order, in: &trace)

        var attributes: ReportedAttributes = [
            "gen_ai.operation.name": "invoke_agent",
            "gen_ai.agent.name": .string(Service.supportBot.rawValue),
            "gen_ai.provider.name": .string(call.model.provider),
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
            let judge = Judge(behaviour: call.behaviour, samplesAll: isCanary)
            return Turn(
                start: trace.start, spans: spans, verdicts: judge.verdicts(on: chat, after: trace.now, &trace.source))
        case .failure(let failure):
            attributes["error.type"] = .string(failure.kind.rawValue)
            let spans = trace.finished(name, failure: failure.kind.message, attributes: attributes, events: flag)
            return Turn(start: trace.start, spans: spans, verdicts: [])
        }
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
