import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// Runs of evaluations.
    static let evaluations: [ControlEndpoint] = [
        ControlEndpoint(
            method: .POST, path: "/api/v1/evaluations", action: .runEvaluation,
            summary:
                "Run an evaluation: ask an endpoint every question of a golden set, or judge answers that are given.",
            body: EvaluationSchemas.draft, bodyLimit: 16 << 20, answer: EvaluationSchemas.run
        ) { request, service in
            let draft = try EvaluationDraft(try request.json())
            guard let key = request.key else { throw ControlFailure.invalid("Idempotency-Key: must be there") }
            let evaluations = service.evaluations
            let answer = try service.command(request) { _ in
                // Ten thousand questions take a while to write, and no decision is to wait for them; the key finds the run again.
                let prepared = try evaluations.prepare(draft)
                let run = try evaluations.store.create(
                    prepared.plan, prepared.questions, by: request.peer.caller.principal, key: key)
                return { transaction in
                    try transaction.record("evaluation.run", run.id.description, before: nil, after: run.json)
                    return run.json
                }
            }
            if let id = answer["id"]?.integer { evaluations.carryOut(EvaluationRunID(rawValue: id)) }
            return answer
        },
        ControlEndpoint(
            method: .GET, path: "/api/v1/evaluations", action: .readEvaluations,
            summary: "The last hundred runs, newest first.",
            answer: ControlSchemas.list("evaluations", EvaluationSchemas.run)
        ) { _, service in ["evaluations": .array(try service.evaluations.store.runs(limit: 100).map(\.json))] },
        ControlEndpoint(
            method: .GET, path: "/api/v1/evaluations/{id}", action: .readEvaluations,
            summary: "How a run stands.", answer: EvaluationSchemas.run
        ) { request, service in
            guard let run = try service.evaluations.store.run(try request.evaluation()) else {
                throw ControlRefusal(.notFound, "there is no such evaluation")
            }
            return run.json
        },
        ControlEndpoint(
            method: .POST, path: "/api/v1/evaluations/{id}/resume", action: .runEvaluation,
            summary: "Let a run that stopped go on; what failed is asked again.", body: EvaluationSchemas.resumption,
            answer: EvaluationSchemas.run
        ) { request, service in
            let id = try request.evaluation()
            let resumption = try EvaluationResumption(try request.json())
            let evaluations = service.evaluations
            let answer = try service.command(request) { _ in
                { transaction in
                    let run = try evaluations.store.resume(id, limit: resumption.limit)
                    try transaction.record("evaluation.resume", id.description, before: nil, after: run.json)
                    return run.json
                }
            }
            evaluations.carryOut(id)
            return answer
        },
        ControlEndpoint(
            method: .POST, path: "/api/v1/evaluations/{id}/stop", action: .runEvaluation,
            summary: "End a run before its time; it can go on later.", answer: EvaluationSchemas.run
        ) { request, service in
            let id = try request.evaluation()
            let evaluations = service.evaluations
            return try service.command(request) { _ in
                { transaction in
                    let run = try evaluations.stop(id, by: transaction.principal)
                    try transaction.record("evaluation.stop", id.description, before: nil, after: run.json)
                    return run.json
                }
            }
        },
    ]
}

extension ControlRequest {
    /// The run that the path names.
    fileprivate func evaluation() throws(ControlRefusal) -> EvaluationRunID {
        guard let id = parameters["id"].flatMap({ EvaluationRunID($0) }) else {
            throw ControlRefusal(.notFound, "there is no such evaluation: its id is a whole number")
        }
        return id
    }
}
