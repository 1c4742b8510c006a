import Domain

/// What is said of an answer afterwards: by an evaluator, for a sample, and by a few of the users.
struct Judge {
    var behaviour: Conditions.Behaviour
    /// Every answer of a release on trial is looked at; of the stable one a quarter is enough.
    var samplesAll: Bool

    func verdicts(
        on chat: ChatCall.Outcome, after end: Timestamp, _ source: inout RandomSource
    ) -> [ReportedEvent] {
        let faithfulness = score(around: behaviour.faithfulness, &source)
        var verdicts: [ReportedEvent] = []
        if samplesAll || source.chance(0.25) {
            let time = end.advanced(by: Nanoseconds(seconds: source.uniform(1, 4)))
            let relevance = score(around: behaviour.relevance, &source)
            verdicts.append(
                verdict(
                    "faithfulness", faithfulness, label: faithfulness < 0.7 ? "fail" : "pass", at: time, on: chat,
                    explanation: Self.explanation(faithfulness)))
            verdicts.append(
                verdict(
                    "relevance", relevance, label: relevance < 0.7 ? "fail" : "pass", at: time, on: chat,
                    explanation: nil))
        }
        if source.chance(0.04) {
            let isContent = source.chance(faithfulness * 0.95)
            let time = end.advanced(by: Nanoseconds(seconds: source.uniform(3, 20)))
            verdicts.append(
                verdict(
                    "user_feedback", isContent ? 1 : 0, label: isContent ? "thumbs_up" : "thumbs_down", at: time,
                    on: chat, explanation: nil))
        }
        return verdicts
    }

    private func score(around mean: Double, _ source: inout RandomSource) -> Double {
        let score = min(max(mean + 0.07 * source.normal(), 0), 1)
        return (score * 100).rounded() / 100
    }

    private func verdict(
        _ name: String, _ score: Double, label: String, at time: Timestamp, on chat: ChatCall.Outcome,
        explanation: String?
    ) -> ReportedEvent {
        var attributes: ReportedAttributes = [
            "gen_ai.evaluation.name": .string(name),
            "gen_ai.evaluation.score.value": .double(score),
            "gen_ai.evaluation.score.label": .string(label),
            "gen_ai.response.id": .string(chat.responseID),
        ]
        if let explanation { attributes["gen_ai.evaluation.explanation"] = .string(explanation) }
        return ReportedEvent(
            service: chat.span.service, time: time, name: "gen_ai.evaluation.result", traceID: chat.span.traceID,
            spanID: chat.span.spanID, attributes: attributes)
    }

    private static func explanation(_ score: Double) -> String {
        switch score {
        case 0.9...: "Every statement is supported by the articles."
        case 0.8..<0.9: "Supported by the articles; one detail is put more generally than they do."
        case 0.7..<0.8: "One statement goes beyond what the articles say."
        default: "The answer names a step that none of the articles mentions."
        }
    }
}
