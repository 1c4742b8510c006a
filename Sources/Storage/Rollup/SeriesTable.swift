/// The series of a segment that is open for writing. Beyond `limit` of them new combinations are collapsed into `other`: model and
/// prompt first, then service and environment, the release last.
struct SeriesTable {
    private let file: DatabaseFile
    private var ids: [SeriesKey: Int] = [:]
    private(set) var keys: [Int: SeriesKey] = [:]
    private var totals: [Int: Int] = [:]
    private let limit: Int

    init(of file: DatabaseFile, limit: Int) throws {
        (self.file, self.limit) = (file, min(limit, Self.mostDetailed))
        let rows = try file.statement("SELECT id, \(Self.columns) FROM series")
        while try rows.step() { remember(Self.key(rows, from: 1), id: Int(clamping: rows.integer(0))) }
        rows.reset()
    }

    static let columns = "environment, service, operation, model, prompt_name, prompt_version, release, is_total"

    /// The key that stands in a row from `column` on.
    static func key(_ row: PreparedStatement, from column: Int32) -> SeriesKey {
        func id(_ offset: Int32) -> UInt32 { UInt32(clamping: row.integer(column + offset)) }
        return SeriesKey(
            environment: id(0), service: id(1), operation: id(2), model: id(3), promptName: id(4), promptVersion: id(5),
            release: id(6), isTotal: row.integer(column + 7) != 0)
    }

    /// The series of `key`; `other` is the number of the text "other".
    mutating func id(of key: SeriesKey, isInference: Bool, other: () throws -> UInt32) throws
        -> Int
    {
        if let id = ids[key] { return id }
        if ids.count < limit { return try insert(key) }
        let other = try other()
        var collapsed = key
        (collapsed.model, collapsed.promptName, collapsed.promptVersion) = (other, other, other)
        if let id = ids[collapsed] { return id }
        if ids.count < limit + Self.collapsedOnce { return try insert(collapsed) }
        (collapsed.environment, collapsed.service) = (other, other)
        if !isInference, collapsed.operation != 0 { collapsed.operation = other }
        if let id = ids[collapsed] { return id }
        if ids.count < limit + Self.collapsedOnce + Self.collapsedTwice { return try insert(collapsed) }
        collapsed.release = other
        return try ids[collapsed] ?? insert(collapsed)
    }

    /// All keys, by their numbers.
    var inOrder: [SeriesKey] { keys.sorted { $0.key < $1.key }.map(\.value) }

    /// Gives a key of another segment the next number.
    mutating func adopt(_ key: SeriesKey) throws { if ids[key] == nil { _ = try insert(key) } }

    /// The series into which the LLM calls of `series` are added up as well; nil for series of other operations.
    mutating func total(of series: Int, isInference: Bool) throws -> Int? {
        guard isInference else { return nil }
        if let id = totals[series] { return id }
        guard let key = keys[series] else { return nil }
        var total = SeriesKey(
            environment: key.environment, service: key.service, operation: 0, model: 0, promptName: 0, promptVersion: 0,
            release: 0)
        total.isTotal = true
        let id = try ids[total] ?? insert(total)
        totals[series] = id
        return id
    }

    private mutating func insert(_ key: SeriesKey) throws -> Int {
        let id = keys.count + 1
        let statement = try file.statement("INSERT INTO series (id, \(Self.columns)) VALUES (?,?,?,?,?,?,?,?,?)")
        statement.bind(Int64(id), at: 1)
        let parts = [
            key.environment, key.service, key.operation, key.model, key.promptName, key.promptVersion, key.release,
        ]
        for (index, part) in parts.enumerated() { statement.bind(nonzero: part, at: Int32(index + 2)) }
        statement.bind(key.isTotal ? 1 : 0, at: 9)
        try statement.run()
        remember(key, id: id)
        return id
    }

    private mutating func remember(_ key: SeriesKey, id: Int) {
        ids[key] = id
        keys[id] = key
    }

    // Keys of rollup rows leave room for 4 095 series: these, one total for each environment and service among them, and the few
    // in which everything is `other`.
    private static let mostDetailed = 2000
    private static let collapsedOnce = 1000
    private static let collapsedTwice = 500
}
