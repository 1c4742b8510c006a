import Domain
import Drawing

/// The first lines of one request: what went wrong, in words, and what the trace took.
struct RequestHeadline {
    let lines: [StyledText]

    init(_ request: RequestState, _ session: SessionState?, reference: Timestamp) {
        lines = [Self.outcome(request), Self.facts(request, session, reference)]
    }

    private static func outcome(_ request: RequestState) -> StyledText {
        guard let tree = request.waterfall.tree else { return StyledText() }
        if let detail = request.answer?.reading?.detail, let failure = SpanFailure(detail) {
            return StyledText("✖ ", .statusCritical)
                + StyledText(masked: failure.sentence, Style(.statusCritical, .bold))
        }
        let totals = tree.totals
        guard totals.failed > 0 else {
            return StyledText("✓ no step failed", .statusOk) + verdicts(request)
        }
        let count =
            totals.steps == 1
            ? "the only step" : "\(Format.grouped(totals.failed)) of \(Format.grouped(totals.steps)) steps"
        var text = StyledText("✖ \(count) failed", Style(.statusCritical, .bold))
        if let first = tree.innermostFailure(within: tree.nodes.indices) {
            text += StyledText(": first ", .statusCritical) + tree.step(first).label + StyledText("  ")
        }
        return text + StyledText("x", .key) + StyledText(" goes there", .textMuted)
    }

    /// What evaluators think of the selected call.
    private static func verdicts(_ request: RequestState) -> StyledText {
        let scores = request.answer?.reading?.detail.row.scores ?? []
        let said = scores.filter { $0.name != Feedback.scoreName }.compactMap { score -> String? in
            let words = [score.value.map { Format.number($0) }, score.label].compactMap { $0 }
            return words.isEmpty ? nil : "\(score.name) \(words.joined(separator: " "))"
        }
        return StyledText(said.map { " · \($0)" }.joined())
    }

    private static func facts(
        _ request: RequestState, _ session: SessionState?, _ reference: Timestamp
    ) -> StyledText {
        guard let tree = request.waterfall.tree else { return StyledText() }
        let totals = tree.totals
        var facts = [Format.duration(seconds: tree.range.length.seconds)]
        if let session, session.name == request.session, let turn = session.words(for: request.trace) {
            facts.append(turn)
        }
        if totals.calls > 0 { facts.append(totals.calls == 1 ? "1 call" : "\(Format.grouped(totals.calls)) calls") }
        if totals.inputTokens != nil || totals.outputTokens != nil {
            func count(_ tokens: Int64?) -> String { Format.count(tokens.map(Double.init)) }
            facts.append("\(count(totals.inputTokens)) → \(count(totals.outputTokens)) tokens")
        }
        if let cost = totals.cost { facts.append(Format.money(cost.usd)) }
        if !tree.outline.isComplete { facts.append("▲ only the first \(Format.grouped(totals.steps)) steps") }
        facts.append(TimeWords.second(tree.range.from, reference: reference))
        facts.append("trace \(request.trace)")
        return StyledText(facts.joined(separator: " · "), .textMuted)
    }
}
