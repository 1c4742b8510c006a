extension EvaluationRun {
    /// The run as the control API and the command line say it.
    public var json: JSON {
        let (stateName, reason): (String, String?) =
            switch state {
            case .running: ("running", nil)
            case .finished: ("finished", nil)
            case .stopped(let reason): ("stopped", reason)
            }
        return [
            "id": .integer(id.rawValue), "state": .string(stateName), "reason": JSON(reason),
            "prompt": .string(plan.prompt.description), "model": JSON(plan.model), "endpoint": JSON(plan.endpoint),
            "golden": .string(plan.goldenSet.description), "items": .integer(Int64(plan.goldenSet.count)),
            "answered": .integer(Int64(answered)), "failed": .integer(Int64(failed)),
            "cached": .integer(Int64(cached)), "cost_usd": JSON(cost?.usd), "unpriced": .integer(Int64(unpriced)),
            "limit_usd": JSON(plan.limit?.usd), "author": .string(author), "created": JSON(created),
            "updated": JSON(updated), "scores": .object(scores.map { .init($0.scorer.rawValue, $0.json) }),
        ]
    }
}

extension ScorerSummary {
    fileprivate var json: JSON {
        ["mean": JSON(mean), "count": .integer(Int64(count)), "errors": .integer(Int64(errors))]
    }
}
