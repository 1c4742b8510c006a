import Domain

/// A segment that is open for writing. Used by the one thread that writes; every change stands in the transaction that the first one
/// opened, until `commit`.
final class SegmentWriter {
    let name: SegmentName
    let file: DatabaseFile
    var strings: SegmentTexts
    var labels: SegmentTexts
    var series: SeriesTable
    var metrics: MetricTable
    var spansByTrace: LookupIndex
    var logsByTrace: LookupIndex
    var spansByResponse: LookupIndex
    var spansByLabel: LabelWriter
    var sightings: Sightings
    var block: RowBlock
    var pendingScores = PendingScores()
    var pendingSupplements = PendingSupplements()
    /// The rows that come next.
    var nextSpan: Int64
    var nextLog: Int64
    var nextContent: Int64
    /// Contributions of the present transaction, encoded.
    var contributions = ByteWriter()
    /// Contributions that no fold has merged.
    var unfolded: Int
    private(set) var isInTransaction = false
    /// Whether the file has no WAL, as nobody expected to write it any more.
    private(set) var isSealed: Bool
    let identity = IdentityBytes()
    private var inferenceOperations: [UInt32: Bool] = [:]
    let spanInsertion: PreparedStatement
    let resolutionUpdate: PreparedStatement

    /// Opens or creates the segment `name` at `path`.
    init(_ name: SegmentName, path: String, _ options: StoreOptions) throws {
        self.name = name
        file = try DatabaseFile(path, .write(schema: SegmentSchema.migrator, version: SegmentSchema.version))
        isSealed = try file.isSealed()
        strings = try SegmentTexts("string", of: file)
        labels = try SegmentTexts("label", of: file)
        series = try SeriesTable(of: file, limit: options.seriesLimit)
        metrics = MetricTable(of: file, limit: options.metricSeriesLimit)
        spansByTrace = try LookupIndex(.traceOfSpan, of: file)
        logsByTrace = try LookupIndex(.traceOfLog, of: file)
        spansByResponse = try LookupIndex(.response, of: file)
        spansByLabel = try LabelWriter(of: file)
        sightings = try Sightings(of: file)
        nextSpan = try (file.number("SELECT max(id) FROM span") ?? 0) + 1
        nextLog = try (file.number("SELECT max(id) FROM log") ?? 0) + 1
        nextContent = try (file.number("SELECT max(id) FROM content") ?? 0) + 1
        block = try RowBlock(of: file)
        unfolded = try Int(clamping: file.number("SELECT count(*) * 512 FROM delta") ?? 0)
        spanInsertion = try file.statement(SpanRow.insertion)
        resolutionUpdate = try file.statement("INSERT OR REPLACE INTO resolution VALUES (?, ?, ?, ?, ?, ?, ?)")
        try loadPendingScores()
        try loadPendingSupplements()
    }

    /// How many spans it holds.
    var spanCount: Int64 { nextSpan - 1 }

    /// Opens the transaction unless it is open.
    func begin() throws {
        guard !isInTransaction else { return }
        if isSealed {
            try file.setSealed(false)
            isSealed = false
        }
        try file.execute("BEGIN IMMEDIATE")
        isInTransaction = true
    }

    /// Writes what was collected and commits: when it returns, everything is on the disk.
    func commit() throws {
        guard isInTransaction else { return }
        if !contributions.bytes.isEmpty {
            let statement = try file.statement("INSERT INTO delta (contributions) VALUES (?)")
            try contributions.bytes.withUnsafeBytes { bytes in
                statement.bind(blob: bytes, at: 1)
                try statement.run()
            }
            contributions.removeAll()
        }
        try sightings.write()
        try spansByTrace.writeRun()
        try logsByTrace.writeRun()
        try spansByResponse.writeRun()
        try spansByLabel.write()
        try block.writeTexts()
        try file.execute("COMMIT")
        isInTransaction = false
    }

    /// Takes the open transaction back; what is in memory is void.
    func abandonTransaction() {
        file.rollback()
        isInTransaction = false
    }

    /// Ends the writing of a segment that is full: everything merged and, as far as readers allow, out of the WAL.
    func finish() throws {
        try fold()
        try begin()
        try spansByTrace.mergeRuns()
        try logsByTrace.mergeRuns()
        try spansByResponse.mergeRuns()
        try spansByTrace.storeFilter()
        try logsByTrace.storeFilter()
        try commit()
        try file.checkpoint(truncate: true)
        try file.setWritingMuch(false)
    }

    /// Takes over the series of the day's last segment, so that their number is bounded by day and equal ones have equal numbers.
    func adoptSeries(of other: SegmentWriter) throws {
        try begin()
        for key in other.series.inOrder {
            let ids = [
                key.environment, key.service, key.operation, key.model, key.promptName, key.promptVersion, key.release,
            ]
            for id in ids where id != 0 {
                if let text = try other.strings.text(id) { try strings.insert(id, text) }
            }
            try series.adopt(key)
        }
        try commit()
    }

    /// Finishes the segment of a day that is over: one file and nothing beside it, which can be mailed or read where nothing can be
    /// written. Does nothing while somebody reads it.
    func seal() throws {
        guard !isSealed else { return }
        try finish()
        try? file.setSealed(true)
        isSealed = try file.isSealed()
    }

    /// Adds a contribution to what the present transaction appends.
    func append(_ contribution: Contribution) {
        contribution.encode(to: &contributions)
        unfolded += 1
    }

    /// Whether calls of this operation count as LLM calls. Scores of unknown calls (0) stand beside them.
    func isInference(_ operation: UInt32) throws -> Bool {
        if let known = inferenceOperations[operation] { return known }
        let text = try strings.text(operation)
        let isInference = operation == 0 || text.map { Operation(rawValue: $0).isInference } ?? false
        inferenceOperations[operation] = isInference
        return isInference
    }

    /// Takes the open transaction back and closes the file; what is in memory is void.
    func abandon() {
        file.rollback()
        file.close()
    }
}
