import Domain

extension Measures {
    /// What a gate's metric was in the calls that were measured.
    public func baseline(of metric: RolloutMetric) -> GateBaseline {
        func mean(_ sum: Double?) -> GateBaseline {
            guard let sum, calls > 0, sum > 0 else { return GateBaseline() }
            return GateBaseline(meanHarm: 1.0 / 8, reference: 8 * sum / Double(calls))
        }
        func quantile(_ quantiles: Quantiles?, _ percentile: RolloutMetric.Percentile) -> GateBaseline {
            GateBaseline(meanHarm: 1 - percentile.share, reference: quantiles?.seconds(percentile))
        }
        func score(_ names: String..., harm: (Double) -> Double) -> GateBaseline {
            let summary = names.lazy.compactMap { scores[$0] }.first { $0.count > 0 }
            return GateBaseline(meanHarm: summary.map { min(1, max(0, harm($0.mean))) })
        }
        switch metric {
        case .errorRate: return GateBaseline(meanHarm: errorRate)
        case .rate(let name): return score(name) { $0 }
        case .thumbsDown: return score("feedback", "user_feedback") { 1 - $0 }
        case .score(let name, let scale):
            return score(name) { mean in
                let share = (mean - scale.lowest) / (scale.highest - scale.lowest)
                return scale.lowerIsBetter ? share : 1 - share
            }
        case .cost: return mean(cost?.usd)
        case .tokens: return mean(inputTokens.map { Double($0) + Double(outputTokens ?? 0) })
        case .latency(let percentile): return quantile(duration, percentile)
        case .timeToFirstToken(let percentile): return quantile(timeToFirstToken, percentile)
        }
    }
}

extension Quantiles {
    /// In seconds.
    fileprivate func seconds(_ percentile: RolloutMetric.Percentile) -> Double {
        switch percentile {
        case .p50: p50
        case .p90: p90
        case .p95: p95
        case .p99: p99
        }
    }
}
