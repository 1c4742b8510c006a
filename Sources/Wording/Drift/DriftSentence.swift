import Domain
import Drawing

/// What is said of drift in words.
public enum DriftSentence {
    /// What a signal is called.
    public static func name(_ signal: DriftSignal) -> String {
        switch signal {
        case .timeToFirstToken: "time to first token"
        case .inputMeaning: "input meaning"
        case .outputMeaning: "answer meaning"
        case .outputLength: "answer length"
        case .refusal: "refusals"
        default:
            if signal.name.hasPrefix("score:") {
                "score " + signal.name.dropFirst(6)
            } else if signal.name.hasPrefix("ground_truth:") {
                "ground truth " + signal.name.dropFirst(13)
            } else {
                String(signal.name.map { $0 == "_" ? " " : $0 })
            }
        }
    }

    /// How it stands, in a word or two.
    public static func state(_ state: DriftState) -> String {
        switch state {
        case .notEnough: "not enough yet"
        case .calm: "calm"
        case .watch: "watch"
        case .alarm: "ALARM"
        }
    }

    /// What has changed, in one line: the largest of what is known; why nothing can be said where that is so.
    public static func text(_ finding: DriftFinding) -> String {
        if let lack = finding.lack { return lack }
        guard let explanation = finding.explanation else { return "" }
        var parts: [String] = []
        let quantile = explanation.quantiles.first { $0.share == 0.5 }
        let tail = explanation.quantiles.first { $0.share == 0.95 }
        if let quantile, let tail, finding.signal.kind == .number {
            parts.append(
                "median \(number(quantile.then)) → \(number(quantile.now)), p95 \(number(tail.then)) → \(number(tail.now))"
            )
        }
        if finding.signal.kind == .rate, let bad = explanation.categories.first {
            parts.append("bad \(Format.percent(bad.then)) → \(Format.percent(bad.now))")
        } else if let grown = explanation.categories.max(by: { $0.now - $0.then < $1.now - $1.then }),
            grown.now > grown.then
        {
            parts.append("\(grown.name) \(Format.percent(grown.then)) → \(Format.percent(grown.now))")
        }
        let words = explanation.words.filter { $0.z > 0 }.prefix(4).map { "\"\($0.word)\"" }
        if !words.isEmpty { parts.append("more " + words.joined(separator: ", ")) }
        if let mark = explanation.marks.last { parts.append("after: " + mark.text) }
        return parts.joined(separator: "; ")
    }

    /// Evidence as a ratio of what an alarm needs: `0.4 of an alarm`, `12 alarms`.
    public static func evidence(_ reading: DriftReading?) -> String {
        guard let reading else { return Format.missing }
        return reading.evidence < 0.01 ? "<1 %" : Format.percent(min(reading.evidence, 100))
    }

    private static func number(_ value: Double) -> String { Format.number(value) }
}
