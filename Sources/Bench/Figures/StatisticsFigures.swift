import Statistics

/// What evaluation, drift and evidence cost, in time of one processor.
struct StatisticsFigures {
    let runs: Int

    func measure() -> [Figure] { [rouge(), discrepancy()] + numbers() + [betting()] }

    private func rouge() -> Figure {
        var random = SplitMix64(seed: 1)
        let words = (0..<3000).map { "word\($0)" }
        let text = {
            (0..<130).map { _ in words[min(random.index(below: 3000), random.index(below: 3000))] }.joined(
                separator: " ")
        }
        let pairs = (0..<1000).map { _ in (text(), text()) }
        var sum = 0.0
        let times = (0..<runs).map { _ in
            Stopwatch.processorSeconds { for (a, b) in pairs { sum += RougeL.score(reference: a, answer: b).f1 } }
        }
        return figure("Rouge-L of 1 000 pairs of 130 words", times, limit: 30, sum > 0)
    }

    private func discrepancy() -> Figure {
        let dimension = 384
        var random = SplitMix64(seed: 2)
        let rows = (0..<2).map { _ in (0..<2000 * dimension).map { _ in Float(random.unit() - 0.5) } }
        let sample = (0..<200).map { row in (0..<dimension).map { Double(rows[0][row * dimension + $0]) } }
        let sessions = (0..<2000).map(UInt64.init)
        guard let kernel = GaussianKernel(medianOf: sample),
            let features = EmbeddingFeatures(dimension: dimension, kernel: kernel, seed: 3)
        else { return Figure("MMD of 2 000 × 384 twice", "not measured", isReached: false) }
        var tested = 0
        let times = (0..<runs).map { _ in
            Stopwatch.processorSeconds {
                var windows = [EmbeddingSums(for: features), EmbeddingSums(for: features)]
                for (index, rows) in rows.enumerated() {
                    windows[index].add(rows: rows, sessions: sessions, features: features)
                }
                if EmbeddingDiscrepancy(reference: windows[0], current: windows[1], seed: 4) != nil { tested += 1 }
            }
        }
        return figure("MMD of 2 000 × 384 twice, 199 permutations", times, limit: 100, tested == runs)
    }

    private func numbers() -> [Figure] {
        var random = SplitMix64(seed: 5)
        let signals = (0..<20).map { _ in (0..<100_000).map { _ in 1 / (random.unit() + 1e-3) } }
        var (sketching, comparing): ([Double], [Double]) = ([], [])
        var compared = 0
        for _ in 0..<runs {
            var sketches = [QuantileSketch](repeating: QuantileSketch(), count: signals.count)
            sketching.append(
                Stopwatch.processorSeconds {
                    for (index, signal) in signals.enumerated() { for value in signal { sketches[index].add(value) } }
                })
            comparing.append(
                Stopwatch.processorSeconds {
                    for signal in 0..<10 where compare(sketches[signal], sketches[signal + 10]) { compared += 1 }
                })
        }
        let both = zip(sketching, comparing).map { $0 + $1 }
        return [
            figure("100 000 × 10 twice, sketched and compared", both, limit: 250, compared == 10 * runs),
            figure("ten signals of a window compared", comparing, limit: 5, compared == 10 * runs),
        ]
    }

    private func compare(_ reference: QuantileSketch, _ current: QuantileSketch) -> Bool {
        guard let reference = EmpiricalDistribution(reference), let current = EmpiricalDistribution(current),
            let counts = QuantileBins(reference).compare(reference, current)
        else { return false }
        return counts.p != nil && counts.stabilityIndex >= 0 && reference.kolmogorovSmirnov(to: current) >= 0
            && reference.wasserstein(to: current) >= 0
    }

    private func betting() -> Figure {
        var random = SplitMix64(seed: 6)
        let units = (0..<10_000).compactMap { _ in
            LabelledHarm(isCanary: random.unit() < 0.05, probability: 0.05, harm: Harm.event(random.unit() < 0.01))
        }
        guard let margin = HarmMargin(absolute: 0.01) else {
            return Figure("label betting", "not measured", isReached: false)
        }
        let times = (0..<runs).map { _ in
            var betting = LabelBetting(margins: [.none, margin], baselineMean: 0.01)
            return Stopwatch.processorSeconds { for unit in units { betting?.add(unit) } }
        }
        return Figure("one unit of a rollout, one gate", "\(decimals(times.median * 1e6 / Double(units.count), 2)) µs")
    }

    private func figure(_ name: String, _ times: [Double], limit milliseconds: Double, _ isDone: Bool) -> Figure {
        Figure(
            name, "\(decimals(times.median * 1000, 1)) ms", reach: "≤ \(Int(milliseconds)) ms",
            isReached: isDone && times.median * 1000 <= milliseconds)
    }
}
