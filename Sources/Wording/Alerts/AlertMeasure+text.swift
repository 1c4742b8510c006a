import Domain
import Drawing

extension AlertMeasure {
    /// What it is called, such as `p95 latency`.
    public var name: String {
        switch self {
        case .latency(let quantile): "\(quantile.rawValue) latency"
        case .timeToFirstToken(let quantile): "\(quantile.rawValue) time to first token"
        case .errorRate: "error rate"
        case .errors: "errors"
        case .calls: "calls"
        case .callRate: "call rate"
        case .cost: "cost"
        case .costPerCall: "cost per call"
        case .tokens: "token rate"
        case .tokensPerCall: "tokens per call"
        case .cachedShare: "share of cached tokens"
        case .unpricedShare: "share of calls without a price"
        case .score(let name): "score \(name)"
        case .freshness: "time since the last call"
        case .drift: "signals that drift"
        }
    }

    /// A value of it with its unit, such as `4.02 s`; a dash when there is none.
    public func text(_ value: Double?) -> String {
        switch self {
        case .latency, .timeToFirstToken: Format.duration(seconds: value)
        case .errorRate, .cachedShare, .unpricedShare: Format.percent(value)
        case .errors, .calls, .drift: Format.count(value)
        case .callRate, .tokens: value == nil ? Format.missing : Format.number(value) + "/s"
        case .cost: Format.hourlyCost(value)
        case .costPerCall: Format.money(value)
        case .tokensPerCall: Format.count(value)
        case .score: Format.number(value)
        case .freshness: Format.age(seconds: value)
        }
    }

    /// A limit as people wrote it: like a value, without decimals that say nothing, such as `3 s`.
    public func limit(_ value: Double?) -> String {
        let text = text(value)
        guard let point = text.unicodeScalars.firstIndex(of: ".") else { return text }
        let end = text.unicodeScalars[point...].dropFirst().firstIndex { !("0"..."9" ~= $0) } ?? text.endIndex
        let kept = text.unicodeScalars[..<end].reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(String.UnicodeScalarView(kept.reversed())) + text[end...]
    }
}
