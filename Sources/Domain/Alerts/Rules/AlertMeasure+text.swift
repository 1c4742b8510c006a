extension AlertMeasure {
    /// The measure that `text` names: `latency p95`, `error_rate`, `score faithfulness`; nil when it names none.
    public init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = words.count > 1 ? String(words[1]) : nil
        if let rest {
            switch words[0] {
            case "latency": guard let quantile = Quantile(rawValue: rest) else { return nil }; self = .latency(quantile)
            case "ttft":
                guard let quantile = Quantile(rawValue: rest) else { return nil }
                self = .timeToFirstToken(quantile)
            case "score":
                guard !rest.isEmpty, rest.utf8.count <= 256 else { return nil }
                self = .score(rest)
            default: return nil
            }
        } else {
            guard let measure = Self.plain.first(where: { $0.name == text })?.measure else { return nil }
            self = measure
        }
    }

    /// As it is written in rules: what `init(_:)` reads.
    public var text: String {
        switch self {
        case .latency(let quantile): "latency \(quantile.rawValue)"
        case .timeToFirstToken(let quantile): "ttft \(quantile.rawValue)"
        case .score(let name): "score \(name)"
        default: Self.plain.first { $0.measure == self }?.name ?? ""
        }
    }

    /// How measures are written, for messages.
    static let spellings = ["latency p95", "ttft p95"] + plain.map(\.name) + ["score NAME"]

    private static let plain: [(name: String, measure: AlertMeasure)] = [
        ("error_rate", .errorRate), ("errors", .errors), ("calls", .calls), ("call_rate", .callRate), ("cost", .cost),
        ("cost_per_call", .costPerCall), ("tokens", .tokens), ("tokens_per_call", .tokensPerCall),
        ("cached_share", .cachedShare), ("unpriced_share", .unpricedShare), ("freshness", .freshness),
        ("drift", .drift),
    ]

    /// In what its limits are written.
    var unit: AlertUnit {
        switch self {
        case .latency, .timeToFirstToken, .freshness: .time
        case .errorRate, .cachedShare, .unpricedShare: .share
        case .cost, .costPerCall: .dollars
        case .errors, .calls, .callRate, .tokens, .tokensPerCall, .score, .drift: .number
        }
    }

    /// Whether more calls make more of it; of such a measure there is something to say with few calls too.
    var isAmount: Bool {
        switch self {
        case .errors, .calls, .callRate, .cost, .tokens, .freshness, .drift: true
        default: false
        }
    }
}
