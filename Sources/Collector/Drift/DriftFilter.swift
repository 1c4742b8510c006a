import Domain

/// The filter that finds the calls behind a drift, in the language of filters.
enum DriftFilter {
    /// Nil when no filter can say which calls they are.
    static func text(_ signal: DriftSignal, _ subject: DriftSubject, _ explanation: DriftExplanation) -> String? {
        let scope = "service:\(quoted(subject.service)) environment:\(quoted(subject.environment))"
        let grown = explanation.categories.max { $0.now - $0.then < $1.now - $1.then }?.name
        let high = explanation.quantiles.first { $0.share == 0.95 }?.then
        let term: String?
        switch signal {
        case .latency: term = high.map { "latency>\(number($0))s" }
        case .timeToFirstToken: term = high.map { "ttft>\(number($0))s" }
        case .inputTokens: term = high.map { "input>\(Int64($0))" }
        case .outputTokens: term = high.map { "output>\(Int64($0))" }
        case .cost: term = high.map { "cost>$\(number($0))" }
        case .model: term = grown.map { "model:\(quoted($0))" }
        case .finishReason: term = grown.map { $0 == "error" ? "status:error" : "finish:\(quoted($0))" }
        case .topic, .inputMeaning, .inputLength:
            term = explanation.words.first { $0.z > 0 }.map { "\"\($0.word)\"" }
        default:
            if case .rate = signal.kind, signal.name.hasPrefix("score:") {
                term = explanation.quantiles.first.map { "score.\(signal.name.dropFirst(6))<\(number($0.then))" }
            } else {
                term = nil
            }
        }
        return term.map { scope + " " + $0 }
    }

    private static func quoted(_ text: String) -> String {
        text.contains { $0 == " " || $0 == "," || $0 == "\"" } ? "\"\(text.filter { $0 != "\"" })\"" : text
    }

    /// Without an exponent, which filters do not read.
    private static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let millionths = Int64((value * 1e6).rounded())
        var digits = String(millionths % 1_000_000)
        while digits.utf8.count < 6 { digits = "0" + digits }
        return "\(millionths / 1_000_000).\(digits)"
    }
}
