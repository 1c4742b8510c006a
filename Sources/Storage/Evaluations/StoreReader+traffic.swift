import Domain
import Statistics

extension StoreReader {
    /// Calls whose scores are read: an interval hardly becomes narrower by more.
    private static let mostScored = 20_000
    /// For how long scores are read.
    private static let scoringTime = Nanoseconds.seconds(2)

    /// What the calls of a version measured: counts and distributions out of rollups, scores out of rows in the order in which they were
    /// stored, as far as two seconds go.
    public func traffic(of prompt: EvaluatedPrompt, _ range: TimeRange, at: Timestamp) throws -> VersionTraffic {
        let range = range.cut(at: at)
        let filter = try Filter(parsing: "prompt:\"\(prompt)\"")
        var query = RollupQuery(minutes: range.minutes, step: nil, by: [], filter: filter)
        query.wantsAllSketches = true
        var traffic = VersionTraffic()
        for (_, named) in try rollups(query, range).answer.cells {
            let sums = named.sums
            traffic.calls &+= sums.calls
            traffic.errors &+= sums.errors
            traffic.durations = NumberCounts(sums.durations)
            traffic.timesToFirstToken = NumberCounts(sums.timesToFirstToken)
            traffic.inputTokens = NumberCounts(sums.inputs)
            traffic.outputTokens = NumberCounts(sums.outputs)
            traffic.costs = NumberCounts(sums.costs)
        }
        var left = Self.mostScored
        let end = MonotonicTime.now().advanced(by: Self.scoringTime)
        _ = try exportRequests(range, filter, after: nil) { rows, _ in
            for row in rows.prefix(left) {
                for score in row.scores {
                    if let value = score.value { traffic.scores[score.name, default: []].append(value) }
                }
            }
            left -= min(left, rows.count)
            return left > 0 && MonotonicTime.now() < end
        }
        return traffic
    }
}

extension NumberCounts {
    /// The numbers in a sketch, each bucket as its middle.
    fileprivate init(_ sketch: QuantileSketch) {
        guard let distribution = EmpiricalDistribution(sketch) else {
            self.init()
            return
        }
        let before = [0] + distribution.cumulative.dropLast()
        let counts = zip(distribution.cumulative, before).map { $0 - $1 }
        self.init(zip(distribution.values, counts).map { ($0, $1) })
    }
}
