/// Texts that come to rows after their block was written: the release and prompt of a call often stand on its parent, which ends later.
struct LateTexts {
    private struct Block {
        var rows: ClosedRange<Int64>
        var texts: [UInt64: CallPeaks]
        var isChanged = false
    }

    private let file: DatabaseFile
    /// The blocks that were written or looked at last, newest last.
    private var recent: [Block] = []

    init(of file: DatabaseFile) { self.file = file }

    /// Remembers a block that was just written: most of what comes late comes soon.
    mutating func wrote(_ rows: ClosedRange<Int64>, _ texts: [UInt64: CallPeaks]) {
        if recent.count >= Self.most, let index = recent.firstIndex(where: { !$0.isChanged }) {
            recent.remove(at: index)
        }
        recent.append(Block(rows: rows, texts: texts))
    }

    /// Adds a text of a row that stands in a written block.
    mutating func add(_ symbol: UInt64, _ peaks: CallPeaks, row: Int64) throws {
        if !recent.contains(where: { $0.rows.contains(row) }) { try read(row) }
        guard let index = recent.lastIndex(where: { $0.rows.contains(row) }) else { return }
        let known = recent[index].texts[symbol]
        var all = known ?? .none
        all.add(peaks)
        guard all != known else { return }
        recent[index].texts[symbol] = all
        recent[index].isChanged = true
    }

    /// Writes what was added, within the open transaction.
    mutating func write() throws {
        let statement = try file.statement("UPDATE block SET texts = ?, peaks = ? WHERE last_span = ?")
        for index in recent.indices where recent[index].isChanged {
            let (symbols, peaks) = BlockTexts.encoded(recent[index].texts)
            statement.bind(copying: symbols, at: 1)
            statement.bind(copying: peaks, at: 2)
            statement.bind(recent[index].rows.upperBound, at: 3)
            try statement.run()
            recent[index].isChanged = false
        }
    }

    /// Reads the block of a row; one whose texts nobody wrote down stays so.
    private mutating func read(_ row: Int64) throws {
        let statement = try file.statement(
            "SELECT first_span, last_span, texts, peaks FROM block WHERE last_span >= ? ORDER BY last_span LIMIT 1")
        statement.bind(row, at: 1)
        defer { statement.reset() }
        guard try statement.step(), statement.integer(0) <= row, row <= statement.integer(1) else { return }
        var texts: [UInt64: CallPeaks] = [:]
        let isKnown = statement.withBytes(2) { symbols in
            statement.withBytes(3) { peaks in
                symbols.baseAddress != nil && BlockTexts.forEach(symbols, peaks) { texts[$0] = $1 }
            }
        }
        if isKnown { wrote(statement.integer(0)...statement.integer(1), texts) }
    }

    private static let most = 64
}
