import Domain
import Statistics

/// Says what has changed between a reference and a window, in numbers and words.
public enum DriftExplainer {
    /// The explanation for `signal`. Examples and marks are for whoever has them.
    public static func explain(
        _ signal: DriftSignal, _ reference: WindowSummary, _ current: WindowSummary
    ) -> DriftExplanation {
        var explanation = DriftExplanation()
        switch signal.kind {
        case .number: explainNumbers(signal, reference.whole, current.whole, &explanation)
        case .category: explainCategories(signal, reference.whole, current.whole, &explanation)
        case .rate:
            if let then = RateRecords(signal, reference), let now = RateRecords(signal, current) {
                explanation.categories = [.init(name: "bad", then: then.mean, now: now.mean)]
            }
            explainNumbers(signal, reference.whole, current.whole, &explanation)
        case .vector, .paired: break
        }
        explanation.segments = segments(signal, reference, current)
        if signal.side == .input || signal.kind == .vector { explanation.words = words(reference, current) }
        return explanation
    }

    private static func explainNumbers(
        _ signal: DriftSignal, _ reference: WindowPart, _ current: WindowPart, _ explanation: inout DriftExplanation
    ) {
        guard let then = reference.numbers[signal.name].flatMap({ EmpiricalDistribution($0) }),
            let now = current.numbers[signal.name].flatMap({ EmpiricalDistribution($0) })
        else { return }
        explanation.quantiles = [0.1, 0.5, 0.95, 0.99].compactMap { share in
            guard let before = then.quantile(share), let today = now.quantile(share) else { return nil }
            return .init(share: share, then: before, now: today)
        }
        explanation.shift = now.wasserstein(to: then)
        if let comparison = QuantileBins(then).compare(then, now) { describe(comparison, &explanation) }
    }

    private static func explainCategories(
        _ signal: DriftSignal, _ reference: WindowPart, _ current: WindowPart, _ explanation: inout DriftExplanation
    ) {
        guard let then = reference.categories[signal.name], let now = current.categories[signal.name] else { return }
        let counts = CategoryCounts(then, now)
        let (n, m) = (Double(counts.then.reduce(0, +)), Double(counts.now.reduce(0, +)))
        guard n > 0, m > 0 else { return }
        explanation.categories = counts.names.indices.map { place in
            .init(
                name: counts.names[place], then: Double(counts.then[place]) / n, now: Double(counts.now[place]) / m)
        }
        .sorted { abs($0.now - $0.then) > abs($1.now - $1.then) }.prefix(8).filter { $0.then > 0 || $0.now > 0 }
        let (old, new) = (counts.then.map { Int(clamping: $0) }, counts.now.map { Int(clamping: $0) })
        if let comparison = CountComparison(reference: old, current: new, countsEmptyBins: false) {
            describe(comparison, &explanation)
        }
    }

    private static func describe(_ comparison: CountComparison, _ explanation: inout DriftExplanation) {
        explanation.stabilityIndex = comparison.stabilityIndex
        explanation.stabilityIndexByChance = comparison.stabilityIndexByChance
        let (n, m) = (Double(comparison.reference.reduce(0, +)), Double(comparison.current.reduce(0, +)))
        // The total variation distance.
        explanation.affected =
            zip(comparison.reference, comparison.current)
            .reduce(0.0) { $0 + abs(Double($1.0) / n - Double($1.1) / m) } / 2
    }

    /// The five parts that carry most: by their distance from themselves, weighed with their share.
    private static func segments(
        _ signal: DriftSignal, _ reference: WindowSummary, _ current: WindowSummary
    ) -> [DriftExplanation.Segment] {
        let calls = Double(max(1, current.calls))
        let found = current.parts.entries.map { name, part -> DriftExplanation.Segment in
            let (release, model) = WindowSummary.names(ofSegment: name)
            return .init(
                release: release, model: model, share: Double(part.calls) / calls,
                distance: reference.parts.entries[name].flatMap { distance(signal, $0, part) })
        }
        return Array(
            found.sorted { ($0.distance ?? 0) * $0.share.squareRoot() > ($1.distance ?? 0) * $1.share.squareRoot() }
                .prefix(5))
    }

    private static func distance(_ signal: DriftSignal, _ then: WindowPart, _ now: WindowPart) -> Double? {
        guard then.calls >= 100, now.calls >= 30 else { return nil }
        if let a = then.numbers[signal.name].flatMap({ EmpiricalDistribution($0) }),
            let b = now.numbers[signal.name].flatMap({ EmpiricalDistribution($0) })
        {
            return QuantileBins(a).compare(a, b)?.distance
        }
        guard let a = then.categories[signal.name], let b = now.categories[signal.name] else { return nil }
        let counts = CategoryCounts(a, b)
        return CountComparison(
            reference: counts.then.map { Int(clamping: $0) }, current: counts.now.map { Int(clamping: $0) })?.distance
    }

    /// Up to eight words that grew and eight that shrank beyond chance.
    private static func words(_ reference: WindowSummary, _ current: WindowSummary) -> [DriftExplanation.Word] {
        guard reference.texts > 0, current.texts > 0 else { return [] }
        let counts = CategoryCounts(reference.words, current.words)
        var (then, now): ([String: Int], [String: Int]) = ([:], [:])
        for (place, name) in counts.names.enumerated() where name != "other" {
            (then[name], now[name]) = (Int(clamping: counts.then[place]), Int(clamping: counts.now[place]))
        }
        let ranked = WordShift.ranking(reference: then, current: now).filter { abs($0.z) >= leastScore }
        let grown = ranked.filter { $0.z > 0 }.prefix(8)
        let shrunk = ranked.filter { $0.z < 0 }.suffix(8)
        return (grown + shrunk).map {
            .init(
                word: $0.word, then: Double($0.reference) / Double(reference.texts),
                now: Double($0.current) / Double(current.texts), z: $0.z)
        }
    }

    private static let leastScore = 3.3
}
