/// The sums that are kept for a user, a session or a kind of error.
struct KeySums: Equatable {
    var calls: Int64 = 0
    var errors: Int64 = 0
    /// Calls that failed before a token was counted.
    var unbilled: Int64 = 0
    var input = Tally()
    var output = Tally()
    var cacheRead = Tally()
    var cacheWrite = Tally()
    var reasoning = Tally()
    /// Nano-dollars.
    var cost = Tally()

    mutating func add(_ contribution: Contribution) {
        let sign = contribution.sign
        calls &+= sign
        if contribution.isError { errors &+= sign }
        if contribution.isUnbilled { unbilled &+= sign }
        input.add(contribution.inputTokens, sign: sign)
        output.add(contribution.outputTokens, sign: sign)
        cacheRead.add(contribution.cacheReadTokens, sign: sign)
        cacheWrite.add(contribution.cacheWriteTokens, sign: sign)
        reasoning.add(contribution.reasoningTokens, sign: sign)
        cost.add(contribution.cost, sign: sign)
    }

    mutating func add(_ other: KeySums) {
        calls &+= other.calls
        errors &+= other.errors
        unbilled &+= other.unbilled
        input.add(other.input)
        output.add(other.output)
        cacheRead.add(other.cacheRead)
        cacheWrite.add(other.cacheWrite)
        reasoning.add(other.reasoning)
        cost.add(other.cost)
    }

    /// Calls for which money is due and no cost is known.
    var unpriced: Int64 { calls &- cost.count &- unbilled }
}
