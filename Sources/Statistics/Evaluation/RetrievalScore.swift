import Glibc

/// How good a ranked list of retrieved documents is when the relevant ones are known. A document that is retrieved again counts
/// where it first stood.
///
/// Source: Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 2008, chapter 8; nDCG: Järvelin and Kekäläinen 2002.
public struct RetrievalScore: Hashable, Sendable {
    /// k: how many places were looked at.
    public let depth: Int
    /// The share of the first k places that hold a relevant document; places that were not filled count as misses.
    public let precision: Double
    /// The share of all relevant documents among the first k places.
    public let recall: Double
    /// 1 / the place of the first relevant document, wherever it stands; 0 when none was retrieved. Its mean over questions is MRR.
    public let reciprocalRank: Double
    /// The discounted gain Σ 1/log₂(place + 1) of the relevant documents among the first k, over the best possible.
    public let discountedGain: Double

    /// Scores `retrieved`, best first, at `depth`. Nil when nothing is relevant or `depth` is not positive.
    public init?<Document: Hashable>(retrieved: [Document], relevant: Set<Document>, depth: Int) {
        guard !relevant.isEmpty, depth > 0 else { return nil }
        var seen: Set<Document> = []
        var (hits, gain, first) = (0, 0.0, 0.0)
        for (index, document) in retrieved.enumerated()
        where relevant.contains(document) && seen.insert(document).inserted {
            if first == 0 { first = 1 / Double(index + 1) }
            guard index < depth else { break }
            hits += 1
            gain += Self.discount(index)
        }
        let best = (0..<min(depth, relevant.count)).reduce(0) { $0 + Self.discount($1) }
        self.depth = depth
        precision = Double(hits) / Double(depth)
        recall = Double(hits) / Double(relevant.count)
        reciprocalRank = first
        discountedGain = gain / best
    }

    private static func discount(_ index: Int) -> Double { 1 / log2(Double(index + 2)) }
}
