import Domain

extension Measures {
    /// The members of a `ROW` of `headframe stats --json`: durations in milliseconds, money in dollars, what is missing `null`.
    var jsonMembers: [JSON.Member] {
        [
            .init("calls", .integer(calls)),
            .init("errors", .integer(errors)),
            .init("input_tokens", JSON(inputTokens)),
            .init("output_tokens", JSON(outputTokens)),
            .init("cache_read_tokens", JSON(cacheReadTokens)),
            .init("cache_write_tokens", JSON(cacheWriteTokens)),
            .init("reasoning_tokens", JSON(reasoningTokens)),
            .init("cost_usd", JSON(cost?.usd)),
            .init("unpriced_calls", .integer(unpricedCalls)),
            .init(
                "duration_ms",
                [
                    "p50": milliseconds(duration?.p50), "p90": milliseconds(duration?.p90),
                    "p95": milliseconds(duration?.p95), "p99": milliseconds(duration?.p99),
                    "max": milliseconds(duration?.max),
                ]),
            .init(
                "ttft_ms",
                [
                    "count": .integer(timeToFirstToken?.count ?? 0), "p50": milliseconds(timeToFirstToken?.p50),
                    "p90": milliseconds(timeToFirstToken?.p90), "p95": milliseconds(timeToFirstToken?.p95),
                    "p99": milliseconds(timeToFirstToken?.p99),
                ]),
            .init("scores", .object(scores.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.json) })),
        ]
    }

    private func milliseconds(_ seconds: Double?) -> JSON { JSON(seconds.map { $0 * 1000 }) }
}

extension ScoreSummary {
    fileprivate var json: JSON { ["count": .integer(count), "mean": JSON(mean)] }
}
