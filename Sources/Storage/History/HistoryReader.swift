import Domain

/// Reads the hours of days whose segments are gone.
final class HistoryReader {
    private let file: DatabaseFile

    init(_ path: String) throws { file = try DatabaseFile(path, .read(version: HistorySchema.version)) }

    static let columns = [
        "environment", "service", "operation", "model", "prompt_name", "prompt_version", "release", "is_total",
    ]

    /// Adds the hours that begin within the question's range, leaving out `days`: those still have their segments.
    func add(_ query: RollupQuery, without days: Set<Int32>, to answer: inout RollupAnswer) throws {
        let names = Self.columns.map { "s.\($0)" }.joined(separator: ", ")
        let statement = try file.statement(
            """
            SELECT h.day, h.hour, h.sums, \(names) FROM hour h JOIN series s ON s.id = h.series WHERE h.day BETWEEN ? AND ?
            """)
        let firstHour = RollupLevel.step(query.minutes.lowerBound, 60)
        statement.bind(RollupLevel.step(firstHour, 24), at: 1)
        statement.bind(RollupLevel.step(query.minutes.upperBound, 60 * 24), at: 2)
        defer { statement.reset() }
        while try statement.step() {
            let hour = statement.integer(0) * 24 + statement.integer(1)
            let isWanted = hour >= firstHour && hour * 60 < query.minutes.upperBound
            guard isWanted, !days.contains(Int32(clamping: statement.integer(0))) else { continue }
            let texts = Self.texts(statement, from: 3)
            guard query.includes(texts) else { continue }
            let cell = query.cell(query.by.map { texts.value(of: $0) }, minute: hour * 60)
            try answer.update(cell) { sums in
                let isUnderstood = statement.withBytes(2) { sums.add(encoded: $0, all: query.wantsAllSketches) }
                guard isUnderstood else { throw StoreError.damaged(path: file.path, detail: "an hour") }
            }
        }
        try answer.nameScores { id in
            let search = try file.statement("SELECT text FROM score_name WHERE id = ?")
            search.bind(Int64(id), at: 1)
            defer { search.reset() }
            return try search.step() ? search.text(0) : nil
        }
    }

    private static func texts(_ row: PreparedStatement, from column: Int32) -> SeriesTexts {
        func text(_ offset: Int32) -> String? { row.text(column + offset).flatMap { $0.isEmpty ? nil : $0 } }
        return SeriesTexts(
            isTotal: row.integer(column + 7) != 0, environment: text(0), service: text(1), operation: text(2),
            model: text(3),
            promptName: text(4), promptVersion: text(5), release: text(6))
    }
}
