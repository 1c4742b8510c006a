import Domain

/// The calls among which a change can make a difference, over time, parted into those on its side and the rest.
struct Contrast {
    /// All of the kind, one a step.
    var all: [Measures?]
    /// Those of them on the side of the change, one a step.
    var side: [Measures?]
    /// How much of each step lies after the change, 0 to 1.
    var since: [Double]
    /// How much of each step lies in the range that is to be explained, 0 to 1.
    var current: [Double]
    /// Whether the calls on its side cannot have been there before it, so that none of them is cut off.
    var isNew: Bool
    /// From which latency on calls of the kind count as slow, in seconds.
    var slow: Double?

    /// The symptoms that can be seen.
    var symptoms: [Symptom] {
        let scores = Set(all.flatMap { $0.map { Array($0.scores.keys) } ?? [] })
        return [.errors, .latency, .cost, .tokens] + scores.sorted().map(Symptom.quality)
    }

    /// The loads of a symptom; nil when it cannot be seen, or the change parts nothing.
    func loads(of symptom: Symptom) -> SplitLoads? {
        let best = best(of: symptom)
        func load(_ measures: Measures?) -> Load { measures.flatMap { symptom.load($0, best: best) } ?? .none }
        let total = all.map(load).total
        guard total.base > 0, total.bad > 0 else { return nil }
        // An amount is measured by its own mean, so that its unit does not matter.
        let unit = symptom.isCount ? 1 : 1 / total.rate
        var loads = SplitLoads(unit: unit, best: best)
        for index in all.indices {
            let every = load(all[index])
            let touched = load(side[index]) * (isNew ? since[index].rounded(.up) : since[index])
            func scaled(_ load: Load) -> Load { Load(bad: load.bad * unit, base: load.base) }
            loads.touched.append(scaled(touched))
            loads.rest.append(scaled(every - touched))
            loads.restSince = loads.restSince + scaled(every * since[index] - touched)
            loads.touchedNow = loads.touchedNow + scaled(touched * current[index])
        }
        return loads
    }

    /// The top of the scale of a score: the smallest of 1, 5, 10 and 100 that holds all means.
    private func best(of symptom: Symptom) -> Double {
        guard case .quality(let name) = symptom else { return 0 }
        let highest = all.compactMap { $0?.scores[name]?.mean }.max() ?? 0
        return [1, 5, 10, 100].first { $0 >= highest } ?? highest
    }
}
