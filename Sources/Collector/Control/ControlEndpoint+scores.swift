import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// Judgements of evaluators.
    static let scores: [ControlEndpoint] = [
        ControlEndpoint(
            method: .POST, path: "/api/v1/scores", action: .storeScore,
            summary: "Store a judgement of a call, named by trace_id and span_id or by response_id.",
            body: ControlSchemas.scoreDraft, answer: ControlSchemas.score
        ) { request, service in
            let draft = try ScoreDraft(try request.json())
            return try service.command(request) { store in
                var call: JudgedCall?
                if case .span(let trace, let span) = draft.subject { call = try store.judgedCall(trace, span) }
                let judged = call
                return { try $0.store(draft, of: judged).answer }
            }
        }
    ]
}

extension ControlStore {
    /// The call that somebody judges.
    ///
    /// - Throws: `ControlRefusal` when it is not in the store.
    func judgedCall(_ trace: TraceID, _ span: SpanID?) throws -> JudgedCall {
        if let call = try call(trace, span) { return call }
        let what = span.map { "span \($0) of trace \(trace)" } ?? "trace \(trace)"
        throw ControlRefusal(
            .notFound, "looking for \(what): it is not in the store (not sent yet, or removed by retention)")
    }
}

extension Score {
    /// The judgement as the control API says it.
    fileprivate var answer: JSON {
        [
            "name": .string(name), "value": JSON(value), "label": JSON(label), "explanation": JSON(explanation),
            "source": JSON(source), "trace_id": JSON(traceID?.description), "span_id": JSON(spanID?.description),
            "response_id": JSON(responseID), "time": .string(time.rfc3339()),
        ]
    }
}
