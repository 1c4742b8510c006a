import Domain
import Statistics

extension Quantiles {
    /// The quantiles of a sketch; nil when it has no numbers.
    init?(_ sketch: QuantileSketch) {
        guard sketch.count > 0, let p50 = sketch.quantile(0.5), let p90 = sketch.quantile(0.9),
            let p95 = sketch.quantile(0.95), let p99 = sketch.quantile(0.99), let max = sketch.max
        else { return nil }
        self.init(count: sketch.count, p50: p50, p90: p90, p95: p95, p99: p99, max: max)
    }
}
