import Domain

extension RequestRow {
    /// One line of `headframe requests --json`.
    public var json: JSON { .object(jsonMembers) }

    var jsonMembers: [JSON.Member] {
        [
            .init("trace_id", .string(traceID.description)),
            .init("span_id", .string(spanID.description)),
            .init("start", .string(start.rfc3339(.nanoseconds))),
            .init("duration_ms", JSON(duration?.milliseconds)),
            .init("service", .string(call.service)),
            .init("environment", .string(call.environment)),
            .init("operation", JSON(call.operation?.rawValue)),
            .init("provider", JSON(call.provider)),
            .init("request_model", JSON(call.requestModel)),
            .init("response_model", JSON(call.responseModel)),
            .init("release", JSON(call.context.release)),
            .init("prompt", prompt),
            .init("session", JSON(call.context.session)),
            .init("user", JSON(call.context.user)),
            .init("status", .string(call.isError ? "error" : "ok")),
            .init("error_type", JSON(call.errorType)),
            .init("input_tokens", JSON(call.usage.input)),
            .init("output_tokens", JSON(call.usage.output)),
            .init("cache_read_tokens", JSON(call.usage.cacheRead)),
            .init("cache_write_tokens", JSON(call.usage.cacheWrite)),
            .init("reasoning_tokens", JSON(call.usage.reasoning)),
            .init("cost_usd", JSON(cost?.usd)),
            .init("cost_source", JSON(costSource?.rawValue)),
            .init("ttft_ms", JSON(call.timeToFirstToken?.milliseconds)),
            .init("finish_reasons", .array(call.finishReasons.map(JSON.string))),
            .init("scores", scoresJSON),
            .init("dialect", .string(call.dialect.rawValue)),
        ]
    }

    private var prompt: JSON {
        guard call.context.promptName != nil || call.context.promptVersion != nil else { return .null }
        return ["name": JSON(call.context.promptName), "version": JSON(call.context.promptVersion)]
    }

    /// By name; the newest of those that have the same one.
    private var scoresJSON: JSON {
        var newest: [String: Score] = [:]
        for score in scores where (newest[score.name]?.time ?? score.time) <= score.time { newest[score.name] = score }
        return .object(
            newest.sorted { $0.key < $1.key }.map { name, score in
                .init(
                    name,
                    [
                        "value": JSON(score.value), "label": JSON(score.label), "explanation": JSON(score.explanation),
                        "source": JSON(score.source), "error_type": JSON(score.errorType),
                    ])
            })
    }
}
