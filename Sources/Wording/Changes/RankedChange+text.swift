import Diagnosis
import Drawing

extension RankedChange {
    /// Why it is ranked so, in a few words: `explains 91 % of the slow`; empty when it explains nothing.
    public var reason: String { weight > 0 ? explanation?.reason ?? "" : "" }
    /// `▲▲▲` for what explains what is wrong, fewer for less.
    public var signs: String { String(repeating: "▲", count: weight) }
}

extension Split {
    /// What it explains, in a few words.
    public var reason: String {
        switch symptom {
        case .errors: "explains \(Format.percent(explained)) of the errors"
        case .latency: "explains \(Format.percent(explained)) of the slow"
        case .cost: "cost per call\(factor)"
        case .tokens: "tokens per call\(factor)"
        case .quality(let name): "\(name) \(arrow { Format.decimal($0, decimals: 2) })"
        case .traffic: "calls/s \(arrow { Format.number($0) })"
        }
    }

    /// The numbers of the split: `5 % of the calls, 91 % of the slow (> 3.7 s); 0.4 % slow before, 35 % since`.
    public var numbers: String {
        let limit = slow.map { " (> \(Format.duration(seconds: $0)))" } ?? ""
        let parts: [String?] =
            switch symptom {
            case .errors, .latency:
                [
                    "\(Format.percent(callShare)) of the calls, \(Format.percent(badShare)) of the \(noun)\(limit)",
                    levels { Format.percent($0) },
                ]
            case .cost: ["\(Format.percent(callShare)) of the calls", levels { Format.money($0) + " a call" }]
            case .tokens: ["\(Format.percent(callShare)) of the calls", levels { Format.count($0) + " tokens a call" }]
            case .quality(let name):
                ["\(Format.percent(callShare)) of the scores", "\(name) " + levels { Format.decimal($0, decimals: 2) }]
            case .traffic: [levels { Format.number($0) + " calls a second" }]
            }
        return parts.compactMap(\.self).joined(separator: "; ")
    }

    private var noun: String { symptom == .errors ? "errors" : "slow" }

    /// The level before, beside it, and on its side.
    private func levels(_ format: (Double) -> String) -> String {
        let known = [before.map { "\(format($0)) before" }, others.map { "\(format($0)) elsewhere" }]
        return (known + ["\(format(level)) with it"]).compactMap(\.self).joined(separator: ", ")
    }

    private func arrow(_ format: (Double) -> String) -> String {
        (before ?? others).map { "\(format($0)) → \(format(level))" } ?? format(level)
    }

    private var factor: String {
        guard let usual = before ?? others, usual > 0 else { return "" }
        return " \(Format.decimal(level / usual, decimals: 1))×"
    }
}
