/// Contributions added up for each step of each level and series. The two longer levels are made from the minutes, which are fewer
/// than the contributions.
struct FoldCells {
    private var minutes: [Int64: Sums] = [:]

    mutating func add(_ contribution: Contribution, series: Int) {
        minutes[RollupLevel.minute.key(minute: contribution.minute, series: series), default: Sums()].add(contribution)
    }

    /// The sums of `level` by the keys of its rows.
    func sums(of level: RollupLevel) -> [Int64: Sums] {
        guard level != .minute else { return minutes }
        var sums: [Int64: Sums] = [:]
        for (key, more) in minutes {
            let minute = RollupLevel.step(key, RollupLevel.seriesPerStep)
            let series = Int(key - minute * RollupLevel.seriesPerStep)
            sums[level.key(minute: minute, series: series), default: Sums()].add(more)
        }
        return sums
    }
}
