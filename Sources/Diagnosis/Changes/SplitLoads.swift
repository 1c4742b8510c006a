import Statistics

/// What a change parts a symptom into, step by step.
struct SplitLoads {
    /// On its side, since it happened; one a step.
    var touched: [Load] = []
    /// Everything else: before it, and what it does not touch; one a step.
    var rest: [Load] = []
    /// What it does not touch, since it happened.
    var restSince = Load.none
    /// On its side, within the range that is to be explained.
    var touchedNow = Load.none
    /// By what amounts are multiplied; 1 for counts.
    var unit: Double
    /// The best score there can be; 0 for other symptoms.
    var best: Double

    init(unit: Double, best: Double) { (self.unit, self.best) = (unit, best) }

    var restBefore: Load { rest.total - restSince }

    /// How much better two rates, one on each side, explain what is seen than one rate for all: twice the logarithm of the ratio of
    /// likelihoods.
    var gain: Double {
        let (inside, outside) = (touched.total, rest.total)
        return ScanStatistic.gain(
            inside: inside.bad, expected: (inside + outside).rate * inside.base, of: inside.bad + outside.bad)
    }

    /// How much more the steps scatter around the two rates than counts of independent events would: Pearson's χ² over its degrees of
    /// freedom (McCullagh and Nelder, Generalized Linear Models, 4.5.2).
    var dispersion: Double {
        var (sum, steps) = (0.0, 0.0)
        for part in [touched, rest] {
            let rate = part.total.rate
            guard rate > 0 else { continue }
            for load in part where load.base * rate >= 0.5 {
                let difference = load.bad - load.base * rate
                sum += difference * difference / (load.base * rate)
                steps += 1
            }
        }
        // Of few steps nobody knows how they scatter.
        return steps >= 8 ? sum / (steps - 2) : max(2, steps > 2 ? sum / (steps - 2) : 2)
    }
}
