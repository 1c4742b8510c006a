import Domain

extension RequestRow {
    /// What the call measured, in the metric's own unit; nil when the metric is not there.
    public func value(of metric: RolloutMetric) -> Double? {
        func score(_ names: String...) -> Double? { scores.last { names.contains($0.name) && $0.value != nil }?.value }
        switch metric {
        case .errorRate: return call.isError ? 1 : 0
        case .rate(let name): return score(name).map { $0 >= 0.5 ? 1 : 0 }
        case .thumbsDown: return score("feedback", "user_feedback")
        case .score(let name, _): return score(name)
        case .cost: return cost?.usd
        case .tokens:
            guard call.usage.isKnown else { return nil }
            return Double(call.usage.input ?? 0) + Double(call.usage.output ?? 0)
        // A call that fails at once is not a fast one.
        case .latency: return call.isError ? nil : duration?.seconds
        case .timeToFirstToken: return call.timeToFirstToken?.seconds
        }
    }
}
