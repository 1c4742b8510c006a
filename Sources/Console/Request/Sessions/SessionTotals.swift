import Domain

/// Sums over the turns of a session.
struct SessionTotals: Hashable, Sendable {
    var calls = 0
    var failedTurns = 0
    var inputTokens: Int64?
    var outputTokens: Int64?
    var cost: Money?

    init(_ turns: [SessionTurn]) {
        for turn in turns {
            calls += turn.calls
            failedTurns += turn.errors > 0 ? 1 : 0
            inputTokens = StepTotals.sum(inputTokens, turn.inputTokens)
            outputTokens = StepTotals.sum(outputTokens, turn.outputTokens)
            if let cost = turn.cost { self.cost = (self.cost ?? .zero) + cost }
        }
    }
}
