import Statistics

/// The numbers of a set of calls as rollups keep them: counts, sums and distributions that add and subtract exactly, in any order.
struct Sums: Equatable {
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
    /// Values of scores in billionths, by the id of the name.
    var scores: [UInt32: Tally] = [:]
    /// Seconds.
    var durations = QuantileSketch()
    /// Seconds.
    var timesToFirstToken = QuantileSketch()
    var inputs = QuantileSketch()
    var outputs = QuantileSketch()
    /// US dollars.
    var costs = QuantileSketch()

    /// Adds or takes out one call or one score.
    mutating func add(_ contribution: Contribution) {
        let sign = contribution.sign
        if let judgement = contribution.judgement {
            scores[judgement.name, default: Tally()].add(judgement.nanovalue, sign: sign)
            return
        }
        calls &+= sign
        if contribution.isError { errors &+= sign }
        if contribution.isUnbilled { unbilled &+= sign }
        input.add(contribution.inputTokens, sign: sign)
        output.add(contribution.outputTokens, sign: sign)
        cacheRead.add(contribution.cacheReadTokens, sign: sign)
        cacheWrite.add(contribution.cacheWriteTokens, sign: sign)
        reasoning.add(contribution.reasoningTokens, sign: sign)
        cost.add(contribution.cost, sign: sign)
        if let duration = contribution.duration { durations.add(Double(duration) / 1e9, count: sign) }
        if let time = contribution.timeToFirstToken { timesToFirstToken.add(Double(time) / 1e9, count: sign) }
        if let tokens = contribution.inputTokens { inputs.add(Double(tokens), count: sign) }
        if let tokens = contribution.outputTokens { outputs.add(Double(tokens), count: sign) }
        if let cost = contribution.cost { costs.add(Double(cost) / 1e9, count: sign) }
    }

    mutating func add(_ other: Sums) {
        calls &+= other.calls
        errors &+= other.errors
        unbilled &+= other.unbilled
        input.add(other.input)
        output.add(other.output)
        cacheRead.add(other.cacheRead)
        cacheWrite.add(other.cacheWrite)
        reasoning.add(other.reasoning)
        cost.add(other.cost)
        for (name, tally) in other.scores { scores[name, default: Tally()].add(tally) }
        durations.merge(other.durations)
        timesToFirstToken.merge(other.timesToFirstToken)
        inputs.merge(other.inputs)
        outputs.merge(other.outputs)
        costs.merge(other.costs)
    }

    /// Calls for which money is due and no cost is known.
    var unpriced: Int64 { calls &- cost.count &- unbilled }

    /// Whether nothing is left.
    var isEmpty: Bool {
        calls == 0 && errors == 0 && cost == Tally() && input == Tally() && output == Tally()
            && scores.allSatisfy { $0.value == Tally() } && durations.isEmpty && timesToFirstToken.isEmpty
    }
}
