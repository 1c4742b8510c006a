extension Split {
    /// Events on a side below which nothing is said of them.
    private static let fewest = 5.0

    /// The split that the loads of a symptom show; nil when its side is not clearly worse than the rest, over all and now.
    init?(_ loads: SplitLoads, _ symptom: Symptom, slow: Double?) {
        let (side, rest) = (loads.touched.total, loads.rest.total)
        guard side.base >= Self.fewest, rest.base >= Self.fewest, loads.touchedNow.base > 0 else { return nil }
        guard !symptom.isCount || side.bad >= Self.fewest else { return nil }
        // Half an event more, so that nothing is infinitely worse than a rest in which nothing happened yet.
        let usual = (rest.bad + (symptom.isCount ? 0.5 : 0)) / rest.base
        guard usual > 0 else { return nil }
        let (ratio, present) = (side.rate / usual, loads.touchedNow.rate / usual)
        guard ratio >= symptom.least.ratio, present >= symptom.least.ratio,
            (side.rate - usual) / loads.unit >= symptom.least.excess
        else { return nil }
        let (since, before) = (side + loads.restSince, loads.restBefore)
        func level(_ load: Load) -> Double? {
            // What is left of a step that a change parts is no population.
            guard load.base >= Swift.max(1, 1e-3 * since.base) else { return nil }
            let level = load.rate / loads.unit
            if case .quality = symptom { return loads.best - level }
            return level
        }
        guard let present = level(side) else { return nil }
        self.symptom = symptom
        (callShare, badShare) = (side.base / since.base, since.bad > 0 ? side.bad / since.bad : 0)
        explained = badShare * (1 - 1 / ratio)
        (self.level, self.before, others) = (present, level(before), level(loads.restSince))
        self.slow = symptom == .latency ? slow : nil
    }
}
