/// Tells from the texts of blocks which of them hold rows that a plan asks for, and what these rows do not exceed.
struct BlockTest {
    /// Symbols in ascending order, each with a term that it answers.
    private let wanted: [(symbol: UInt64, term: Int)]
    /// What the calls of the present block that answer each term do not exceed; nil where no text does.
    private var found: [CallPeaks?]

    /// The test of a plan; nil when no texts tell anything.
    init?(_ plan: RowPlan) {
        guard !plan.texts.isEmpty else { return nil }
        wanted = plan.texts.enumerated().flatMap { term, symbols in symbols.map { (symbol: $0, term: term) } }
            .sorted { $0.symbol < $1.symbol }
        found = Array(repeating: nil, count: plan.texts.count)
    }

    /// Reads the texts and peaks of a block; false when they are damaged.
    mutating func read(_ symbols: UnsafeRawBufferPointer, _ peaks: UnsafeRawBufferPointer) -> Bool {
        for term in found.indices { found[term] = nil }
        var next = 0
        return BlockTexts.forEach(symbols, peaks) { symbol, peaks in
            while next < wanted.count, wanted[next].symbol < symbol { next += 1 }
            while next < wanted.count, wanted[next].symbol == symbol {
                let term = wanted[next].term
                var all = found[term] ?? .none
                all.add(peaks)
                found[term] = all
                next += 1
            }
        }
    }

    /// What the LLM calls that answer every term do not exceed; nil when no row does.
    var peaks: CallPeaks? {
        found.reduce(CallPeaks?.some(.unknown)) { least, peaks in
            guard var least, let peaks else { return nil }
            least.limit(to: peaks)
            return least
        }
    }
}
