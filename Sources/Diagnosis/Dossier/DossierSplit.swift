import Domain

/// The calls of an alert by one dimension: which of them have what is wrong.
public struct DossierSplit: Hashable, Sendable {
    public var dimension: Dimension
    /// Those that have more of what is wrong than of the calls first; at most `most`.
    public var rows: [Row]

    /// The calls with one value.
    public struct Row: Hashable, Sendable {
        /// Nil where the calls say nothing.
        public var name: String?
        public var measures: Measures
        /// The calls as a share of all, 0 to 1.
        public var callShare: Double
        /// What they have of what is wrong, as a share of all of it, 0 to 1; nil when there is none of it or nobody says.
        public var harmShare: Double?

        /// By how much its share of what is wrong exceeds its share of the calls.
        fileprivate var excess: Double { harmShare.map { $0 - callShare } ?? 0 }
    }

    /// So many rows are kept.
    public static let most = 8

    init(_ dimension: Dimension, _ stats: StatsResult, _ harm: Harm?) {
        self.dimension = dimension
        let calls = stats.total.calls
        let all = harm.map { harm in stats.rows.compactMap { harm.amount(in: $0.measures) }.reduce(0, +) } ?? 0
        let rows = stats.rows.map { row in
            let amount = harm.flatMap { $0.amount(in: row.measures) }
            return Row(
                name: row.key.first ?? nil, measures: row.measures,
                callShare: calls > 0 ? Double(row.measures.calls) / Double(calls) : 0,
                harmShare: all > 0 && all.isFinite ? amount.map { $0 / all } : nil)
        }
        let ranked = rows.sorted {
            ($1.excess, $1.measures.calls, $0.name ?? "") < ($0.excess, $0.measures.calls, $1.name ?? "")
        }
        self.rows = Array(ranked.prefix(Self.most))
    }
}
