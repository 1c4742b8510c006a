import Domain

/// A segment that is open for reading. What does not change once it is written (texts, series) is kept; the rest is read within
/// short transactions.
final class SegmentReader {
    let name: SegmentName
    let file: DatabaseFile
    private var strings: [UInt32: String] = [:]
    private var labels: [UInt32: String] = [:]
    private var seriesRows: [Int: SeriesTexts] = [:]
    private var unfolded: [Contribution] = []
    private var lastDelta: Int64 = 0
    private var lastFolds: Int64 = -1
    private var hasWholeSpans = false
    let zstandard = Zstandard()
    var inferenceOperations: [UInt32: Bool] = [:]
    /// The contents that were restored last: spans that follow one another stand in one chunk.
    var lastChunk: (id: Int64, bytes: [UInt8])?

    init(_ name: SegmentName, file: DatabaseFile) { (self.name, self.file) = (name, file) }

    /// The text of a number of `string`; nil for 0.
    func string(_ id: UInt32) throws -> String? {
        if let known = strings[id] { return known }
        guard id != 0, let text = try text(id, "string") else { return nil }
        if strings.count > Self.textsKept { strings.removeAll() }
        strings[id] = text
        return text
    }

    /// The text of a number of `label`; nil for 0.
    func label(_ id: UInt32) throws -> String? {
        if let known = labels[id] { return known }
        guard id != 0, let text = try text(id, "label") else { return nil }
        if labels.count > Self.textsKept { labels.removeAll() }
        labels[id] = text
        return text
    }

    private func text(_ id: UInt32, _ table: String) throws -> String? {
        let statement = try file.statement("SELECT text FROM \(table) WHERE id = ?")
        statement.bind(Int64(id), at: 1)
        defer { statement.reset() }
        return try statement.step() ? statement.text(0) : nil
    }

    /// All series, by id. Within a transaction.
    func series() throws -> [Int: SeriesTexts] {
        let statement = try file.statement("SELECT id, \(SeriesTable.columns) FROM series WHERE id > ?")
        statement.bind(Int64(seriesRows.keys.max() ?? 0), at: 1)
        defer { statement.reset() }
        while try statement.step() {
            let key = SeriesTable.key(statement, from: 1)
            seriesRows[Int(clamping: statement.integer(0))] = SeriesTexts(
                isTotal: key.isTotal, environment: try string(key.environment), service: try string(key.service),
                operation: try string(key.operation), model: try string(key.model),
                promptName: try string(key.promptName), promptVersion: try string(key.promptVersion),
                release: try string(key.release))
        }
        return seriesRows
    }

    /// How often the segment was folded. Within a transaction.
    func folds() throws -> Int64 { try file.number("SELECT value FROM state WHERE name = 'folds'") ?? 0 }

    /// What no fold has merged yet. Within a transaction.
    func deltas() throws -> [Contribution] {
        let current = try folds()
        if current != lastFolds { (unfolded, lastDelta, lastFolds) = ([], 0, current) }
        let statement = try file.statement("SELECT id, contributions FROM delta WHERE id > ? ORDER BY id")
        statement.bind(lastDelta, at: 1)
        defer { statement.reset() }
        while try statement.step() {
            lastDelta = statement.integer(0)
            try statement.withBytes(1) { bytes in
                var reader = ByteReader(bytes)
                while !reader.isAtEnd {
                    unfolded.append(Contribution(from: &reader))
                    guard !reader.isDamaged else { throw damaged("a delta of the rollups") }
                }
            }
        }
        return unfolded
    }

    func damaged(_ detail: String) -> StoreError { .damaged(path: file.path, detail: detail) }

    /// Where its spans are read. Within a transaction.
    func spanTable() throws -> SpanTable {
        // The writer brings a segment to the present version when it opens it, perhaps while it is being read.
        if !hasWholeSpans {
            hasWholeSpans =
                try file.number("SELECT 1 FROM sqlite_master WHERE name = '\(SpanTable.wholeSpan.rawValue)'") != nil
        }
        return hasWholeSpans ? .wholeSpan : .span
    }

    func close() { file.close() }

    private static let textsKept = 50_000
}
