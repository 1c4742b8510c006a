import Domain
import Statistics

/// A window of one signal beside its reference.
public enum SignalComparison: Hashable, Sendable {
    /// Nothing can be said, and why.
    case lack(String)
    /// How likely the difference is by chance, how large it is, and whether that matters. A p-value below `smallest` is not to be believed.
    case tested(p: Double, effect: Double, isLarge: Bool, count: Int64, smallest: Double)

    /// Compares the sums of `signal`, which is of numbers, categories or embeddings.
    public static func of(
        _ signal: DriftSignal, _ reference: WindowSummary, _ current: WindowSummary, _ settings: DriftSettings,
        seed: UInt64
    ) -> SignalComparison {
        switch signal.kind {
        case .number: numbers(signal, reference, current, settings)
        case .category: categories(signal, reference, current, settings)
        case .vector: embeddings(signal, reference, current, settings, seed)
        case .rate, .paired: .lack("is not compared by windows")
        }
    }

    private static func numbers(
        _ signal: DriftSignal, _ reference: WindowSummary, _ current: WindowSummary, _ settings: DriftSettings
    ) -> SignalComparison {
        guard let then = reference.whole.numbers[signal.name].flatMap({ EmpiricalDistribution($0) }) else {
            return .lack("the reference has no values")
        }
        guard let now = current.whole.numbers[signal.name].flatMap({ EmpiricalDistribution($0) }) else {
            return .lack("no values")
        }
        let bins = QuantileBins(then)
        let spread = then.interquartileRange
        let shift = spread > 0 ? now.wasserstein(to: then) / spread : 0
        return tested(
            bins.counts(of: then), bins.counts(of: now), reference, current, settings,
            isShifted: shift >= settings.leastShift)
    }

    private static func categories(
        _ signal: DriftSignal, _ reference: WindowSummary, _ current: WindowSummary, _ settings: DriftSettings
    ) -> SignalComparison {
        guard let then = reference.whole.categories[signal.name] else { return .lack("the reference has no values") }
        guard let now = current.whole.categories[signal.name] else { return .lack("no values") }
        let counts = CategoryCounts(then, now)
        return tested(
            counts.then.map { Int(clamping: $0) }, counts.now.map { Int(clamping: $0) }, reference, current, settings,
            isShifted: false)
    }

    /// The test of counts. Calls of one session count once; and a window counts at most a tenth of the reference, whose own chance error is
    /// then the smaller part.
    private static func tested(
        _ then: [Int], _ now: [Int], _ reference: WindowSummary, _ current: WindowSummary, _ settings: DriftSettings,
        isShifted: Bool
    ) -> SignalComparison {
        let (n, m) = (Double(then.reduce(0, +)), Double(now.reduce(0, +)))
        let (trusted, found) = (n * reference.independence, m * current.independence)
        guard trusted >= settings.fewestReference else {
            return .lack("the reference has \(Int(trusted)) independent values of \(Int(settings.fewestReference))")
        }
        guard found >= settings.fewestValues else {
            return .lack("\(Int(found)) independent values of \(Int(settings.fewestValues))")
        }
        let counted = min(found, max(settings.fewestValues, trusted / 10))
        guard
            let exact = CountComparison(reference: then, current: now),
            let comparison = CountComparison(
                reference: scaled(then, trusted / n), current: scaled(now, counted / m), countsEmptyBins: false)
        else { return .lack("no values") }
        // All in one bin on both sides: nothing differs.
        let p = comparison.p ?? 1
        return .tested(
            p: p, effect: exact.distance, isLarge: exact.distance >= settings.leastDistance || isShifted,
            count: Int64(m), smallest: 1e-5)
    }

    private static func scaled(_ counts: [Int], _ factor: Double) -> [Int] {
        factor < 1 ? counts.map { Int((Double($0) * factor).rounded()) } : counts
    }

    private static func embeddings(
        _ signal: DriftSignal, _ reference: WindowSummary, _ current: WindowSummary, _ settings: DriftSettings,
        _ seed: UInt64
    ) -> SignalComparison {
        guard let then = reference.embeddings[signal.name] else { return .lack("the reference has no embeddings") }
        guard let now = current.embeddings[signal.name] else { return .lack("no embeddings") }
        guard then.dimension == now.dimension else {
            return .lack(
                "embeddings had \(then.dimension) numbers in the reference and have \(now.dimension) now: another model made "
                    + "them, and nothing can be compared; choose a reference anew")
        }
        guard then.count >= Int(settings.fewestReference), then.filledBuckets >= settings.fewestBuckets else {
            return .lack("the reference has \(then.count) embeddings of \(Int(settings.fewestReference))")
        }
        guard now.count >= settings.fewestEmbeddings, now.filledBuckets >= settings.fewestBuckets else {
            return .lack("\(now.count) embeddings of \(settings.fewestEmbeddings)")
        }
        guard let found = EmbeddingDiscrepancy(reference: then, current: now, seed: seed) else {
            return .lack("embeddings cannot be compared")
        }
        return .tested(
            p: found.fittedP, effect: found.distance, isLarge: found.distance >= settings.leastDiscrepancy,
            count: Int64(now.count), smallest: 1e-4)
    }
}
