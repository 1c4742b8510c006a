import Domain

extension SegmentWriter {
    /// Merges what commits appended into the rollups, in a transaction of its own: rollups and deltas part at no moment.
    func fold() throws {
        guard unfolded > 0, !isInTransaction else { return }
        do {
            try begin()
            var cells = FoldCells()
            var keys: [Int64: KeyHourSums] = [:]
            let last = try collect(into: &cells, keys: &keys)
            for level in RollupLevel.allCases { try merge(cells.sums(of: level), into: level) }
            for (hour, sums) in keys { try merge(sums, hour: hour) }
            let deletion = try file.statement("DELETE FROM delta WHERE id <= ?")
            deletion.bind(last, at: 1)
            try deletion.run()
            // Readers keep what they made of folded rows until this number changes.
            try file.execute(
                "INSERT INTO state VALUES ('folds', 1) ON CONFLICT DO UPDATE SET value = value + 1")
            try commit()
            unfolded = 0
        } catch {
            abandonTransaction()
            throw error
        }
    }

    /// Reads all deltas; returns the id of the last.
    private func collect(into cells: inout FoldCells, keys: inout [Int64: KeyHourSums]) throws -> Int64 {
        var last: Int64 = 0
        var isDamaged = false
        let deltas = try file.statement("SELECT id, contributions FROM delta ORDER BY id")
        defer { deltas.reset() }
        while try deltas.step() {
            last = deltas.integer(0)
            try deltas.withBytes(1) { bytes in
                var reader = ByteReader(bytes)
                while !reader.isAtEnd {
                    let contribution = Contribution(from: &reader)
                    guard !reader.isDamaged, let key = series.keys[contribution.series] else {
                        isDamaged = true
                        return
                    }
                    cells.add(contribution, series: contribution.series)
                    let isInference = try isInference(key.operation)
                    if let total = try series.total(of: contribution.series, isInference: isInference) {
                        cells.add(contribution, series: total)
                        if contribution.judgement == nil {
                            let hour = RollupLevel.step(contribution.minute, RollupLevel.hour.minutes)
                            keys[hour, default: KeyHourSums()].add(contribution)
                        }
                    }
                }
            }
        }
        guard !isDamaged else { throw StoreError.damaged(path: file.path, detail: "a delta of the rollups") }
        return last
    }

    private func merge(_ sums: [Int64: Sums], into level: RollupLevel) throws {
        let search = try file.statement("SELECT sums FROM \(level.table) WHERE key = ?")
        let insertion = try file.statement("INSERT OR REPLACE INTO \(level.table) VALUES (?, ?)")
        var writer = ByteWriter()
        for (key, more) in sums.sorted(by: { $0.key < $1.key }) {
            var merged = more
            search.bind(key, at: 1)
            let isUnderstood = try !search.step() || search.withBytes(0) { merged.add(encoded: $0, all: true) }
            search.reset()
            guard isUnderstood else { throw StoreError.damaged(path: file.path, detail: "a row of \(level.table)") }
            insertion.bind(key, at: 1)
            try merged.encoded(with: &writer).withUnsafeBytes { bytes in
                insertion.bind(blob: bytes, at: 2)
                try insertion.run()
            }
        }
    }

    private func merge(_ sums: KeyHourSums, hour: Int64) throws {
        for dimension in KeyDimension.allCases {
            let search = try file.statement("SELECT sums FROM key_hour WHERE hour = ? AND dimension = ?")
            search.bind(hour, at: 1)
            search.bind(dimension.rawValue, at: 2)
            var merged = sums[dimension]
            let isUnderstood = try !search.step() || search.withBytes(0) { merged.add(encoded: $0) }
            search.reset()
            guard isUnderstood else { throw StoreError.damaged(path: file.path, detail: "a row of key_hour") }
            merged.cut(to: KeyTable.kept)
            let insertion = try file.statement("INSERT OR REPLACE INTO key_hour VALUES (?, ?, ?)")
            insertion.bind(hour, at: 1)
            insertion.bind(dimension.rawValue, at: 2)
            try merged.encoded().withUnsafeBytes { bytes in
                insertion.bind(blob: bytes, at: 3)
                try insertion.run()
            }
        }
    }
}
