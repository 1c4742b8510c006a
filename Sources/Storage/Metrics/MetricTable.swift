/// The series of metrics of a segment that is open for writing, read when the first point comes. Beyond `limit` of them points are
/// dropped, and whoever sent them is told.
struct MetricTable {
    private let file: DatabaseFile
    private let limit: Int
    private var ids: [MetricSeriesKey: Int64]?

    init(of file: DatabaseFile, limit: Int) { (self.file, self.limit) = (file, min(limit, Self.most)) }

    /// The number of a series, a new one when it has none; nil when there are too many.
    mutating func id(of key: MetricSeriesKey) throws -> Int64? {
        if ids == nil { ids = try read() }
        if let id = ids?[key] { return id }
        let count = ids?.count ?? 0
        guard count < limit else { return nil }
        let id = Int64(count + 1)
        let statement = try file.statement(
            "INSERT INTO metric_series (id, \(MetricSeriesKey.columns)) VALUES (?,?,?,?,?,?,?,?,?)")
        statement.bind(id, at: 1)
        key.bind(to: statement, from: 2)
        try statement.run()
        ids?[key] = id
        return id
    }

    private func read() throws -> [MetricSeriesKey: Int64] {
        var ids: [MetricSeriesKey: Int64] = [:]
        let rows = try file.statement("SELECT id, \(MetricSeriesKey.columns) FROM metric_series")
        defer { rows.reset() }
        while try rows.step() {
            guard let key = MetricSeriesKey(rows, from: 1) else {
                throw StoreError.damaged(path: file.path, detail: "a series of metrics")
            }
            ids[key] = rows.integer(0)
        }
        return ids
    }

    /// Keys of rows leave room for so many.
    private static let most = 4095
}
