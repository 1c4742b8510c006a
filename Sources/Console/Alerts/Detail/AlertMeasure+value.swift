import Domain

extension AlertMeasure {
    /// The value over calls of `seconds` seconds, as charts draw it; nil when there is none.
    func value(of measures: Measures, seconds: Double) -> Double? {
        let tokens = (measures.inputTokens ?? 0) + (measures.outputTokens ?? 0)
        let hasTokens = measures.inputTokens != nil || measures.outputTokens != nil
        let calls = Double(measures.calls)
        switch self {
        case .latency(let quantile): return measures.duration?[quantile]
        case .timeToFirstToken(let quantile): return measures.timeToFirstToken?[quantile]
        case .errorRate: return measures.errorRate
        case .errors: return Double(measures.errors)
        case .calls: return calls
        case .callRate, .freshness: return seconds > 0 ? calls / seconds : nil
        case .cost: return seconds > 0 ? measures.cost.map { $0.usd * 3600 / seconds } : nil
        case .costPerCall:
            let priced = calls - Double(measures.unpricedCalls)
            return priced > 0 ? measures.cost.map { $0.usd / priced } : nil
        case .tokens: return hasTokens && seconds > 0 ? Double(tokens) / seconds : nil
        case .tokensPerCall: return hasTokens && calls > 0 ? Double(tokens) / calls : nil
        case .cachedShare: return measures.cachedShare
        case .unpricedShare: return calls > 0 ? Double(measures.unpricedCalls) / calls : nil
        case .score(let name): return measures.scores[name].flatMap { $0.count > 0 ? $0.mean : nil }
        }
    }
}

extension Quantiles {
    fileprivate subscript(quantile: AlertMeasure.Quantile) -> Double {
        switch quantile {
        case .p50: p50
        case .p90: p90
        case .p95: p95
        case .p99: p99
        case .max: max
        }
    }
}
