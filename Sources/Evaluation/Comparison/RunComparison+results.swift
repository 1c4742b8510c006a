import Domain
import Statistics

extension RunComparison {
    /// The margin within which a loss does not count, unless somebody chooses another.
    public static let standardMargin = 0.03

    /// Compares two runs item by item. Items are the same when their whole line is. An answer that could not be had counts as 0 for every
    /// scorer that judged the other one: what is missing is never good news.
    ///
    /// - Parameters:
    ///   - margin: the loss, on 0 to 1, that does not count; positive.
    ///   - leading: by which scorer items are judged; nil for the one that judged most of them.
    public init(
        baseline: (run: EvaluationRun, results: [EvaluationResult]),
        candidate: (run: EvaluationRun, results: [EvaluationResult]), margin: Double = Self.standardMargin,
        leading: Scorer? = nil
    ) {
        let others = Dictionary(candidate.results.map { ($0.item.id, $0) }) { first, _ in first }
        let pairs = baseline.results.compactMap { result -> AnswerPair? in
            guard let other = others[result.item.id], other.item == result.item else { return nil }
            return AnswerPair(baseline: result, candidate: other)
        }
        let seed = UInt64(bitPattern: baseline.run.id.rawValue &* 1_000_003 &+ candidate.run.id.rawValue)
        let scorers = Scorer.allCases.compactMap { ScorerComparison($0, pairs, margin: margin, seed: seed) }
        let leading = leading ?? Self.leader(of: scorers)
        let items = pairs.map { $0.comparison(by: leading) }
        self.init(
            baseline: baseline.run, candidate: candidate.run, scorers: scorers, leading: leading,
            items: Self.sorted(items),
            unpaired: baseline.results.count + candidate.results.count - 2 * pairs.count,
            verdict: Self.verdict(of: scorers))
    }

    /// The scorer with most items; among those with as many the one that says most.
    private static func leader(of scorers: [ScorerComparison]) -> Scorer? {
        let order: [Scorer] = [
            .jsonSchema, .numeric, .regex, .contains, .rougeL, .tokenF1, .exact, .discountedGain, .retrievalRecall,
            .retrievalPrecision, .reciprocalRank, .rougeLASCII,
        ]
        return order.max { a, b in count(a) < count(b) || count(a) == count(b) && rank(a) > rank(b) }
            .flatMap { count($0) > 0 ? $0 : nil }
        func count(_ scorer: Scorer) -> Int { scorers.first { $0.scorer == scorer }?.count ?? 0 }
        func rank(_ scorer: Scorer) -> Int { order.firstIndex(of: scorer) ?? order.count }
    }

    /// Largest loss first; what was not judged last.
    private static func sorted(_ items: [ItemComparison]) -> [ItemComparison] {
        items.enumerated().sorted { a, b in
            let (first, second) = (a.element.change ?? .infinity, b.element.change ?? .infinity)
            return first != second ? first < second : a.offset < b.offset
        }.map(\.element)
    }

    private static func verdict(of scorers: [ScorerComparison]) -> ComparisonVerdict {
        if scorers.contains(where: { $0.verdict == .worse }) { return .worse }
        return !scorers.isEmpty && scorers.allSatisfy { $0.verdict == .noWorse } ? .noWorse : .undecided
    }
}
