import Domain

/// Moves the hour rollups of a day into `history.db` before its segments go.
struct HistoryWriter {
    private let file: DatabaseFile

    init(_ directory: StoreDirectory) throws {
        file = try DatabaseFile(
            directory.historyPath, .write(schema: HistorySchema.migrator, version: HistorySchema.version))
    }

    func close() { file.close() }

    /// Writes the hours of `day`, which `segments` are all of. Doing it again gives the same.
    func move(_ day: Day, of segments: [SegmentReader]) throws {
        do {
            try file.execute("BEGIN IMMEDIATE")
            let deletion = try file.statement("DELETE FROM hour WHERE day = ?")
            deletion.bind(Int64(day.number), at: 1)
            try deletion.run()
            for hour in 0..<24 as Range<Int64> { try move(day, hour, segments) }
            try file.execute("COMMIT")
        } catch {
            file.rollback()
            throw error
        }
    }

    private func move(_ day: Day, _ hour: Int64, _ segments: [SegmentReader]) throws {
        var merged: [Int64: Sums] = [:]
        for segment in segments {
            let names = try segment.series()
            let start = Int64(day.number) * 24 + hour
            let rows = try segment.file.statement("SELECT key, sums FROM hour WHERE key >= ? AND key < ?")
            rows.bind(start * RollupLevel.seriesPerStep, at: 1)
            rows.bind((start + 1) * RollupLevel.seriesPerStep, at: 2)
            defer { rows.reset() }
            while try rows.step() {
                guard let texts = names[Int(rows.integer(0) - start * RollupLevel.seriesPerStep)] else { continue }
                var sums = Sums()
                guard rows.withBytes(1, { sums.add(encoded: $0, all: true) }) else { throw segment.damaged("an hour") }
                sums.scores = try renamed(sums.scores, segment)
                merged[try series(texts), default: Sums()].add(sums)
            }
        }
        let insertion = try file.statement("INSERT INTO hour VALUES (?, ?, ?, ?)")
        var writer = ByteWriter()
        for (series, sums) in merged.sorted(by: { $0.key < $1.key }) {
            insertion.bind(Int64(day.number), at: 1)
            insertion.bind(hour, at: 2)
            insertion.bind(series, at: 3)
            insertion.bind(copying: sums.encoded(with: &writer), at: 4)
            try insertion.run()
        }
    }

    /// Scores with the numbers that their names have here.
    private func renamed(_ scores: [UInt32: Tally], _ segment: SegmentReader) throws -> [UInt32: Tally] {
        var renamed: [UInt32: Tally] = [:]
        for (id, tally) in scores {
            guard let name = try segment.string(id) else { continue }
            let number = try row("score_name", ["text"], [.text(name)])
            renamed[UInt32(clamping: number), default: Tally()].add(tally)
        }
        return renamed
    }

    private func series(_ texts: SeriesTexts) throws -> Int64 {
        let values = [
            texts.environment, texts.service, texts.operation, texts.model, texts.promptName, texts.promptVersion,
            texts.release,
        ]
        return try row(
            "series", HistoryReader.columns, values.map { .text($0 ?? "") } + [.number(texts.isTotal ? 1 : 0)])
    }

    private enum Value {
        case text(String)
        case number(Int64)
    }

    /// The row of `table` with these values, a new one when there is none.
    private func row(_ table: String, _ columns: [String], _ values: [Value]) throws -> Int64 {
        let names = columns.joined(separator: ", ")
        let places = columns.indices.map { "?\($0 + 1)" }
        let condition = zip(columns, places).map { "\($0) = \($1)" }.joined(separator: " AND ")
        let search = try file.statement("SELECT id FROM \(table) WHERE \(condition)")
        let insertion = try file.statement(
            "INSERT OR IGNORE INTO \(table) (\(names)) VALUES (\(places.joined(separator: ", ")))")
        for statement in [insertion, search] {
            for (index, value) in values.enumerated() {
                switch value {
                case .text(let text): statement.bind(text, at: Int32(index + 1))
                case .number(let number): statement.bind(number, at: Int32(index + 1))
                }
            }
        }
        try insertion.run()
        defer { search.reset() }
        return try search.step() ? search.integer(0) : 0
    }
}
