import Domain

extension SegmentReader {
    /// Adds what this segment knows to the answer of `query`, all of it as of one moment: what was folded to `folded`, unless that is nil,
    /// and what was not to `fresh`. Returns how often it was folded: as long as that is the same, `folded` would be.
    func add(_ query: RollupQuery, folded: inout RollupAnswer?, fresh: inout RollupAnswer) throws -> Int64 {
        let folds = try file.snapshot {
            let series = try series()
            var keys: [Int: [String?]] = [:]
            for (id, texts) in series where query.includes(texts) { keys[id] = query.by.map { texts.value(of: $0) } }
            // A total has a series of its own only once it was folded.
            guard !keys.isEmpty || query.isAnsweredByTotals else { return try self.folds() }
            if var answer = folded.take() {
                defer { folded = answer }
                for piece in RollupPieces(query.minutes, longest: query.longestLevel).pieces {
                    if keys.count * 4 < series.count {
                        try look(up: piece, keys, query, &answer)
                    } else {
                        try read(piece, keys, query, &answer)
                    }
                }
            }
            for contribution in try deltas() where query.minutes.contains(contribution.minute) {
                try add(contribution, series, keys, query, &fresh)
            }
            return try self.folds()
        }
        try folded?.nameScores(string)
        try fresh.nameScores(string)
        return folds
    }

    /// Reads the rows of all series of a piece, one after the other.
    private func read(
        _ piece: RollupPieces.Piece, _ keys: [Int: [String?]], _ query: RollupQuery, _ answer: inout RollupAnswer
    ) throws {
        let statement = try file.statement("SELECT key, sums FROM \(piece.level.table) WHERE key >= ? AND key < ?")
        statement.bind(piece.level.key(minute: piece.minutes.lowerBound, series: 0), at: 1)
        statement.bind(piece.level.key(minute: piece.minutes.upperBound, series: 0), at: 2)
        defer { statement.reset() }
        while try statement.step() {
            let row = statement.integer(0)
            let step = RollupLevel.step(row, RollupLevel.seriesPerStep)
            guard let key = keys[Int(row - step * RollupLevel.seriesPerStep)] else { continue }
            try add(statement, 1, query.cell(key, minute: step * piece.level.minutes), query, &answer)
        }
    }

    /// Looks up the rows of a few series.
    private func look(
        up piece: RollupPieces.Piece, _ keys: [Int: [String?]], _ query: RollupQuery, _ answer: inout RollupAnswer
    ) throws {
        let statement = try file.statement("SELECT sums FROM \(piece.level.table) WHERE key = ?")
        for minute in stride(from: piece.minutes.lowerBound, to: piece.minutes.upperBound, by: Int(piece.level.minutes))
        {
            for (series, key) in keys {
                statement.bind(piece.level.key(minute: minute, series: series), at: 1)
                defer { statement.reset() }
                if try statement.step() { try add(statement, 0, query.cell(key, minute: minute), query, &answer) }
            }
        }
    }

    private func add(
        _ row: PreparedStatement, _ column: Int32, _ cell: RollupQuery.Cell, _ query: RollupQuery,
        _ answer: inout RollupAnswer
    ) throws {
        try row.withBytes(column) { bytes in
            try answer.update(cell) { sums in
                guard sums.add(encoded: bytes, all: query.wantsAllSketches) else { throw damaged("a rollup") }
            }
        }
    }

    /// Adds a contribution that is not folded yet, to its series or to the total of its environment and service.
    private func add(
        _ contribution: Contribution, _ series: [Int: SeriesTexts], _ keys: [Int: [String?]], _ query: RollupQuery,
        _ answer: inout RollupAnswer
    ) throws {
        let key: [String?]
        if query.isAnsweredByTotals {
            guard let texts = series[contribution.series], texts.countsAsCall, query.filter.matches(texts) else {
                return
            }
            key = query.by.map { texts.value(of: $0) }
        } else {
            guard let own = keys[contribution.series] else { return }
            key = own
        }
        answer.update(query.cell(key, minute: contribution.minute)) { $0.add(contribution) }
    }
}

extension SeriesTexts {
    /// Whether its calls are LLM calls, or scores whose call nobody knows.
    var countsAsCall: Bool { operation.map { Operation(rawValue: $0).isInference } ?? true }
}
