extension RolloutMetric {
    /// As files and JSON write it: `error_rate`, `latency_p95`, `score:faithfulness`. The range of a score stands beside it.
    public var text: String {
        switch self {
        case .errorRate: "error_rate"
        case .rate(let name): "rate:" + name
        case .thumbsDown: "thumbs_down"
        case .score(let name, _): "score:" + name
        case .cost: "cost"
        case .tokens: "tokens"
        case .latency(let percentile): "latency_p\(percentile.rawValue)"
        case .timeToFirstToken(let percentile): "ttft_p\(percentile.rawValue)"
        }
    }

    /// The metric that `text` names; nil when it names none.
    public init?(_ text: String, scale: ScoreScale = ScoreScale()) {
        switch text {
        case "error_rate": self = .errorRate
        case "thumbs_down": self = .thumbsDown
        case "cost": self = .cost
        case "tokens": self = .tokens
        default:
            func after(_ prefix: String) -> String? {
                text.hasPrefix(prefix) && text != prefix ? String(text.dropFirst(prefix.count)) : nil
            }
            func percentile(_ text: String) -> Percentile? { Int(text).flatMap(Percentile.init) }
            if let name = after("rate:") {
                self = .rate(name)
            } else if let name = after("score:") {
                self = .score(name, scale)
            } else if let percentile = after("latency_p").flatMap(percentile) {
                self = .latency(percentile)
            } else if let percentile = after("ttft_p").flatMap(percentile) {
                self = .timeToFirstToken(percentile)
            } else {
                return nil
            }
        }
    }

    /// What can be written, for messages.
    public static let words =
        "error_rate, rate:NAME, thumbs_down, score:NAME, cost, tokens, latency_p50, _p90, _p95, _p99, ttft_p50, _p90, _p95, _p99"
}
