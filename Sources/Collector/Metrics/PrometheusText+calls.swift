import Storage

extension PrometheusText {
    /// Adds what LLM calls add up to, by series in the order of their names.
    mutating func add(_ totals: CallTotals) {
        let all = totals.shown.map { (labels: $0.series.labels, numbers: $0.numbers) }
            .sorted { $0.labels.lexicographicallyPrecedes($1.labels) { ($0.key, $0.value) < ($1.key, $1.value) } }
        guard !all.isEmpty else { return }
        func counter(_ name: String, _ help: String, _ value: (CallTotals.Numbers) -> Double) {
            metric(name, .counter, help)
            for (labels, numbers) in all { sample(name, value(numbers), labels) }
        }
        counter("headframe_llm_calls_total", "LLM calls, failed ones among them.") { Double($0.calls) }
        counter("headframe_llm_errors_total", "LLM calls that failed.") { Double($0.errors) }
        counter("headframe_llm_unpriced_calls_total", "LLM calls for which no cost is known.") { Double($0.unpriced) }
        counter("headframe_llm_cost_dollars_total", "Cost of LLM calls in US dollars.") { Double($0.cost) / 1e9 }
        metric(
            "headframe_llm_tokens_total", .counter,
            "Tokens of LLM calls. What is read from and written to caches is part of the input.")
        for (labels, numbers) in all {
            for (type, count) in [
                ("input", numbers.inputTokens), ("output", numbers.outputTokens),
                ("cache_read", numbers.cacheReadTokens), ("cache_write", numbers.cacheWriteTokens),
            ] { sample("headframe_llm_tokens_total", Double(count), labels + [("type", type)]) }
        }
        let name = "headframe_llm_duration_seconds"
        metric(name, .histogram, "Duration of LLM calls.")
        for (labels, numbers) in all {
            let bounds = CallTotals.bounds.map { String($0) } + ["+Inf"]
            for (bound, count) in zip(bounds, numbers.durations) {
                sample(name + "_bucket", Double(count), labels + [("le", bound)])
            }
            sample(name + "_sum", Double(numbers.duration) / 1e9, labels)
            sample(name + "_count", Double(numbers.durations.last ?? 0), labels)
        }
    }
}

extension CallTotals.Series {
    /// An empty label is as good as none to Prometheus, so all series have the same names.
    fileprivate var labels: [(key: String, value: String)] {
        [("environment", environment), ("service", service), ("model", model), ("release", release)]
    }
}
