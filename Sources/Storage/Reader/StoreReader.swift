import Domain

/// Answers questions about a store, beside the daemon that writes it or without one. Never writes, never checkpoints, and holds
/// a transaction only as long as one answer takes.
///
/// Belongs to one thread at a time.
public final class StoreReader: TelemetrySource {
    let directory: StoreDirectory
    let decode: TelemetryDecoder
    let contents: ContentsReader
    var open: [SegmentName: SegmentReader] = [:]
    var lastVersions: [SegmentName: Int64] = [:]
    var lastVersion: Int64 = 0
    var lastControlVersion: Int64 = 0
    var cache = RollupCache()
    var control: DatabaseFile?
    var drift: DatabaseFile?
    var lastTrace: TracePlaces?
    private var history: HistoryReader?
    private var copies: PrivateCopies?

    /// Opens the store in the directory `path`, or one segment or exported incident when it is a file.
    ///
    /// - Throws: `StoreError.notAStore`, `.newerSchema`, `.damaged`.
    public convenience init(path: String, decode: TelemetryDecoder, contents: @escaping ContentsReader) throws {
        let directory = try StoreDirectory.isFile(path) ? StoreDirectory(file: path) : StoreDirectory(existing: path)
        self.init(directory, decode: decode, contents: contents)
    }

    /// Opens the store in `directory`.
    public init(_ directory: StoreDirectory, decode: TelemetryDecoder, contents: @escaping ContentsReader) {
        (self.directory, self.decode, self.contents) = (directory, decode, contents)
    }

    /// The names of the segments of the days that `range` touches, oldest first.
    func names(_ range: TimeRange) -> [SegmentName] {
        guard let days = range.days else { return [] }
        if directory.isFile { return directory.segmentNames() }
        return directory.segmentNames().filter { days.contains($0.day.number) }
    }

    /// The segments of the days that `range` touches, oldest first.
    func segments(_ range: TimeRange) throws -> [SegmentReader] { try names(range).compactMap(segment) }

    /// Calls `body` with each segment of the days that `range` touches, oldest first. One that is damaged does not take the others along:
    /// returns what is wrong with it.
    func forEachSegment(_ range: TimeRange, _ body: (SegmentReader) throws -> Void) throws -> String? {
        try forEachSegment(names(range), body)
    }

    /// Calls `body` with each of these segments, in their order; returns what is wrong with those that are damaged.
    func forEachSegment(_ names: [SegmentName], _ body: (SegmentReader) throws -> Void) throws -> String? {
        var damage: String?
        for name in names {
            do {
                if let segment = try segment(name) { try body(segment) }
            } catch StoreError.damaged(_, let detail) {
                open.removeValue(forKey: name)?.close()
                damage = damage ?? (directory.isFile ? detail : "\(name): \(detail)")
            }
        }
        return damage
    }

    /// What is left of days that retention has removed; nil when none were.
    func pastDays() throws -> HistoryReader? {
        if history == nil, FileSystem.exists(directory.historyPath) {
            history = try HistoryReader(directory.historyPath)
        }
        return history
    }

    /// The segment `name`, opened when it is not open; nil when the daemon is just about to make it.
    func segment(_ name: SegmentName) throws -> SegmentReader? {
        if let known = open[name] { return known }
        do {
            let reader = SegmentReader(
                name, file: try openFile(directory.path(of: name), version: SegmentSchema.version))
            open[name] = reader
            return reader
        } catch StoreError.damaged(_, DatabaseFile.noTables) where StoreLock.holder(of: directory) != nil {
            return nil
        }
    }

    /// Opens a database, also where nothing can be written: a sealed one needs nothing beside it; of any other a private copy is read, as
    /// what stands in its WAL would be missed.
    func openFile(_ path: String, version: Int) throws -> DatabaseFile {
        // Beside a file alone nothing may be written: reading a WAL would make an index of it, unless its writer has made one.
        if !directory.isFile || FileSystem.exists(path + "-shm") {
            do {
                return try DatabaseFile(path, .read(version: version))
            } catch {
                guard case .notAStore = error, !directory.isWritable else { throw error }
            }
        }
        if FileSystem.size(path + "-wal") == 0 {
            return try DatabaseFile(path, .immutable(version: version))
        }
        let copies = try copies ?? PrivateCopies()
        self.copies = copies
        return try DatabaseFile(try copies.copy(path), .read(version: version))
    }

    /// Whether some of what is read is a copy made when it was opened, as the directory cannot be written.
    public var readsCopies: Bool { copies != nil }

    public func stats(_ query: StatsQuery) throws -> StatsResult {
        let range = query.range.cut(at: query.at)
        if query.filter == .all, query.operation == nil, query.by.count == 1,
            let key = query.by.first.flatMap({ KeyDimension($0) }),
            let result = try stats(byKey: key, query, range)
        {
            return result
        }
        guard query.filter.isAnsweredByRollups, query.by.allSatisfy(\.isSeries) else {
            let aligned = TimeRange(
                from: Timestamp(minute: range.minutes.lowerBound), to: Timestamp(minute: range.minutes.upperBound))
            let sums = try sums(
                ofRows: aligned, by: query.by, filter: query.filter, operation: query.operation, step: nil)
            return StatsResult(sums.answer, coverage: sums.coverage, slowerThan: query.slowerThan)
        }
        let question = RollupQuery(
            minutes: range.minutes, step: nil, by: query.by, filter: query.filter, scope: .init(query.operation))
        let found = try rollups(question, range)
        return StatsResult(
            found.answer, coverage: found.damage.map { .damaged($0) } ?? .complete, slowerThan: query.slowerThan)
    }
}

extension StatsResult {
    /// The groups of an answer, those with most calls first.
    init(_ answer: RollupAnswer, coverage: Coverage, slowerThan limit: Double? = nil) {
        var total = RollupAnswer.NamedSums()
        var rows: [StatsRow] = []
        for (cell, sums) in answer.cells {
            total.add(sums)
            guard let measures = sums.measures(slowerThan: limit), measures.calls > 0 else { continue }
            rows.append(StatsRow(key: cell.key, measures: measures))
        }
        rows.sort { a, b in
            if a.measures.calls != b.measures.calls { return a.measures.calls > b.measures.calls }
            return a.key.lexicographicallyPrecedes(b.key) { ($0 ?? "") < ($1 ?? "") }
        }
        self.init(rows: rows, total: total.measures(slowerThan: limit) ?? Measures(), coverage: coverage)
    }
}

extension TimeRange {
    /// The range without what lies after `moment`.
    func cut(at moment: Timestamp) -> TimeRange {
        to <= moment ? self : TimeRange(from: Swift.min(from, moment), to: moment)
    }
    /// The minutes since 1970 that the range touches: rollups know nothing shorter.
    var minutes: Range<Int64> { from.minute..<Swift.max(from.minute, to.nextMinute) }
}
