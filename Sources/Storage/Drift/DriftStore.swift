import Domain
import Statistics

/// `drift.db`, open for writing: sums of calls by five minutes and hours, and what was found. Belongs to one thread at a time.
public final class DriftStore {
    private let file: DatabaseFile
    private var subjects: [DriftSubject: Int64] = [:]
    /// The connection is gone then: touching it is a fault of memory.
    private var isClosed = false

    /// Opens or makes the file in `directory`.
    ///
    /// - Throws: `StoreError`.
    public init(_ directory: StoreDirectory) throws(StoreError) {
        file = try DatabaseFile(directory.driftPath, .write(schema: DriftSchema.migrator, version: DriftSchema.version))
    }

    /// Runs `body` in a transaction: when it returns, what it wrote is on the disk; when it throws, nothing of it is.
    public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try file.execute("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try file.execute("COMMIT")
            if file.logPages > Self.mostLogPages { try file.checkpoint(truncate: false) }
            return result
        } catch {
            file.rollback()
            subjects.removeAll()
            throw error
        }
    }

    /// The subjects that have any sums.
    public func allSubjects() throws -> [DriftSubject] {
        let search = try file.statement("SELECT id, environment, service FROM subject")
        defer { search.reset() }
        while try search.step() {
            subjects[DriftSubject(environment: search.text(1) ?? "", service: search.text(2) ?? "")] = search.integer(0)
        }
        return subjects.keys.sorted()
    }

    /// Adds `summary` to the sums of the five minutes that begin at `start`; of the hour, when that is put together already.
    public func add(_ summary: WindowSummary, of subject: DriftSubject, at start: Timestamp) throws {
        let id = try number(of: subject)
        let hour = start.floored(to: .hours(1))
        let isFolded = try read(id, hour, 60) != nil
        let (place, minutes): (Timestamp, Int64) = isFolded ? (hour, 60) : (start, 5)
        var sum = try read(id, place, minutes) ?? WindowSummary()
        sum.merge(summary)
        try write(sum, id, place, minutes)
    }

    /// Where the first sums from `moment` on begin; nil when there are none.
    public func firstBucket(
        of subject: DriftSubject, from moment: Timestamp = Timestamp(nanoseconds: .min)
    ) throws -> Timestamp? {
        let search = try file.statement("SELECT min(start_ns) FROM bucket WHERE subject = ? AND start_ns >= ?")
        search.bind(try number(of: subject), at: 1)
        search.bind(moment.nanoseconds, at: 2)
        defer { search.reset() }
        return try search.step() ? search.optionalInteger(0).map { Timestamp(nanoseconds: $0) } : nil
    }

    /// All sums of buckets that begin within `range` at moments that `isWanted`, together.
    public func summary(
        of subject: DriftSubject, _ range: TimeRange, withEmbeddings: Bool = true,
        where isWanted: (Timestamp) -> Bool = { _ in true }
    ) throws -> WindowSummary {
        let search = try file.statement(
            "SELECT start_ns, summary FROM bucket WHERE subject = ? AND start_ns >= ? AND start_ns < ? ORDER BY start_ns"
        )
        search.bind(try number(of: subject), at: 1)
        search.bind(range.from.nanoseconds, at: 2)
        search.bind(range.to.nanoseconds, at: 3)
        defer { search.reset() }
        var sum = WindowSummary()
        while try search.step() {
            guard isWanted(Timestamp(nanoseconds: search.integer(0))) else { continue }
            guard let bucket = WindowSummary(encoded: search.bytes(1), withEmbeddings: withEmbeddings) else {
                throw StoreError.damaged(path: file.path, detail: "the sums of a bucket")
            }
            sum.merge(bucket)
        }
        return sum
    }

    /// Puts the five minutes of an hour together.
    public func fold(_ subject: DriftSubject, hour: Timestamp) throws {
        let id = try number(of: subject)
        let range = TimeRange(from: hour, to: hour.advanced(by: .hours(1)))
        let sum = try summary(of: subject, range)
        guard sum.calls > 0 || sum.texts > 0 else { return }
        let deletion = try file.statement("DELETE FROM bucket WHERE subject = ? AND start_ns >= ? AND start_ns < ?")
        deletion.bind(id, at: 1)
        deletion.bind(range.from.nanoseconds, at: 2)
        deletion.bind(range.to.nanoseconds, at: 3)
        try deletion.run()
        try write(sum, id, hour, 60)
    }

    /// Hours before `end` that are not put together yet.
    public func unfoldedHours(of subject: DriftSubject, before end: Timestamp) throws -> [Timestamp] {
        let search = try file.statement(
            """
            SELECT DISTINCT start_ns / 3600000000000 FROM bucket WHERE subject = ? AND minutes = 5 AND start_ns < ?
            ORDER BY 1
            """)
        search.bind(try number(of: subject), at: 1)
        search.bind(end.floored(to: .hours(1)).nanoseconds, at: 2)
        defer { search.reset() }
        var hours: [Timestamp] = []
        while try search.step() { hours.append(Timestamp(seconds: search.integer(0) * 3600)) }
        return hours
    }

    /// Removes sums and readings of `subject` from before `moment`, but for the sums of `kept` intervals.
    public func prune(of subject: DriftSubject, before moment: Timestamp, keeping kept: [TimeRange]) throws {
        let id = try number(of: subject)
        let deletion = try file.temporaryStatement(
            "DELETE FROM bucket WHERE subject = ? AND start_ns < ?"
                + kept.map { _ in " AND NOT (start_ns >= ? AND start_ns < ?)" }.joined())
        deletion.bind(id, at: 1)
        deletion.bind(moment.nanoseconds, at: 2)
        for (index, range) in kept.enumerated() {
            deletion.bind(range.from.nanoseconds, at: Int32(2 * index + 3))
            deletion.bind(range.to.nanoseconds, at: Int32(2 * index + 4))
        }
        try deletion.run()
        let readings = try file.statement("DELETE FROM reading WHERE subject = ? AND to_ns < ?")
        readings.bind(id, at: 1)
        readings.bind(moment.nanoseconds, at: 2)
        try readings.run()
    }

    /// Keeps what a closed window said.
    public func add(_ reading: DriftReading, of signal: DriftSignal, _ subject: DriftSubject) throws {
        let insertion = try file.statement("INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?)")
        insertion.bind(try number(of: subject), at: 1)
        insertion.bind(signal.name, at: 2)
        insertion.bind(reading.window.to.nanoseconds, at: 3)
        insertion.bind(reading.json.text, at: 4)
        try insertion.run()
    }

    /// What is kept under `name`; nil when nothing is.
    public func state(_ name: String) throws -> JSON? { try file.driftState(name) }

    /// Keeps `value` under `name`.
    public func keep(_ value: JSON, as name: String) throws {
        let upsert = try file.statement(
            "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
        upsert.bind(name, at: 1)
        upsert.bind(value.text, at: 2)
        try upsert.run()
    }

    /// Keeps how everything stands; the courses of findings are kept as readings.
    public func keep(_ board: DriftBoard) throws {
        var board = board
        for index in board.findings.indices { board.findings[index].course = [] }
        try keep(board.json, as: DatabaseFile.driftBoardName)
    }

    /// Leaves nothing in the WAL and closes the file; again it does nothing.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        try? file.checkpoint(truncate: true)
        file.close()
    }

    private func number(of subject: DriftSubject) throws -> Int64 {
        if let known = subjects[subject] { return known }
        let insertion = try file.statement("INSERT OR IGNORE INTO subject (environment, service) VALUES (?, ?)")
        insertion.bind(subject.environment, at: 1)
        insertion.bind(subject.service, at: 2)
        try insertion.run()
        _ = try allSubjects()
        return subjects[subject] ?? 0
    }

    private func read(_ subject: Int64, _ start: Timestamp, _ minutes: Int64) throws -> WindowSummary? {
        let search = try file.statement("SELECT summary FROM bucket WHERE subject = ? AND start_ns = ? AND minutes = ?")
        search.bind(subject, at: 1)
        search.bind(start.nanoseconds, at: 2)
        search.bind(minutes, at: 3)
        defer { search.reset() }
        return try search.step() ? WindowSummary(encoded: search.bytes(0)) : nil
    }

    private func write(_ summary: WindowSummary, _ subject: Int64, _ start: Timestamp, _ minutes: Int64) throws {
        let upsert = try file.statement("INSERT OR REPLACE INTO bucket VALUES (?, ?, ?, ?)")
        upsert.bind(subject, at: 1)
        upsert.bind(start.nanoseconds, at: 2)
        upsert.bind(minutes, at: 3)
        upsert.bind(copying: summary.encoded(), at: 4)
        try upsert.run()
    }

    private static let mostLogPages = 1024
}
