import Domain
import Statistics

/// Sums by group and step, collected from several segments. Scores go by name here, as numbers of names differ between segments.
struct RollupAnswer {
    private(set) var cells: [RollupQuery.Cell: NamedSums] = [:]

    /// Sums with the names of their scores.
    struct NamedSums {
        var sums = Sums()
        var scores: [String: Tally] = [:]
    }

    mutating func update(_ cell: RollupQuery.Cell, _ body: (inout Sums) throws -> Void) rethrows {
        try body(&cells[cell, default: NamedSums()].sums)
    }

    /// Adds all of another answer.
    mutating func add(_ other: RollupAnswer) {
        for (cell, sums) in other.cells { cells[cell, default: NamedSums()].add(sums) }
    }

    /// Adds a judgement.
    mutating func add(_ score: Score, to cell: RollupQuery.Cell) {
        guard let value = score.value, value.isFinite else { return }
        let billionths = Contribution.Judgement.billionths(value)
        cells[cell, default: NamedSums()].scores[score.name, default: Tally()].add(billionths, sign: 1)
    }

    /// Turns the numbers of score names, which are those of one segment, into the names.
    mutating func nameScores(_ name: (UInt32) throws -> String?) rethrows {
        for (cell, value) in cells where !value.sums.scores.isEmpty {
            for (id, tally) in value.sums.scores {
                if let name = try name(id) { cells[cell]?.scores[name, default: Tally()].add(tally) }
            }
            cells[cell]?.sums.scores = [:]
        }
    }
}

extension RollupAnswer.NamedSums {
    /// The numbers as they are shown; nil when nothing is there.
    var measures: Measures? { measures(slowerThan: nil) }

    /// The numbers as they are shown, calls that took longer than so many seconds counted apart; nil when nothing is there.
    func measures(slowerThan limit: Double?) -> Measures? {
        let scores = scores.filter { $0.value.count > 0 }
        guard sums.calls != 0 || !scores.isEmpty else { return nil }
        var measures = Measures()
        measures.calls = sums.calls
        measures.errors = sums.errors
        measures.inputTokens = sums.input.known
        measures.outputTokens = sums.output.known
        measures.cacheReadTokens = sums.cacheRead.known
        measures.cacheWriteTokens = sums.cacheWrite.known
        measures.reasoningTokens = sums.reasoning.known
        measures.cost = sums.cost.known.map { Money(nanodollars: $0) }
        measures.unpricedCalls = sums.unpriced
        measures.duration = Quantiles(sums.durations)
        measures.slowCalls = limit.map { sums.durations.count(above: $0) }
        measures.timeToFirstToken = Quantiles(sums.timesToFirstToken)
        measures.scores = scores.mapValues { ScoreSummary(count: $0.count, sum: Double($0.sum) / 1e9) }
        return measures
    }

    mutating func add(_ other: Self) {
        sums.add(other.sums)
        for (name, tally) in other.scores { scores[name, default: Tally()].add(tally) }
    }
}
