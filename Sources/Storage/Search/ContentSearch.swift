import Domain

/// Finds the rows of one segment whose contents may answer all tests, by searching the bytes of whole chunks. Spans that follow one
/// another stand in one chunk.
final class ContentSearch {
    private let segment: SegmentReader
    /// What has to be found.
    private let tests: [ContentTest]
    /// Spans of which a log record says what a test looks for, one set a test.
    private var spansOfLogs: [Set<UInt64>]
    /// Resources that bring what a test looks for, one set a test.
    private var resources: [Set<Int64>] = []
    /// What was found in chunks that were searched last: where each test may hold.
    private var chunks: [Int64: [[Int]]] = [:]
    /// Bytes that were searched.
    private(set) var bytes: Int64 = 0

    init(_ segment: SegmentReader, _ tests: [ContentTest]) throws {
        (self.segment, self.tests) = (segment, tests)
        spansOfLogs = tests.map { _ in [] }
        for test in tests { resources.append(test.readsLogs ? [] : try Self.resources(of: segment, test)) }
    }

    /// The rows of log records that have to be searched before any span; nil when there are none.
    func logRows() throws -> ClosedRange<Int64>? {
        guard tests.contains(where: \.readsLogs), let last = try segment.file.number("SELECT max(id) FROM log") else {
            return nil
        }
        return 1...max(1, last)
    }

    /// Searches log records. Within a transaction.
    func searchLogs(_ rows: ClosedRange<Int64>) throws {
        let statement = try segment.file.statement(
            """
            SELECT content, content_offset, content_length, trace_id, span_id FROM log
            WHERE id BETWEEN ? AND ? AND span_id IS NOT NULL ORDER BY id
            """)
        statement.bind(rows.lowerBound, at: 1)
        statement.bind(rows.upperBound, at: 2)
        defer { statement.reset() }
        var places: [Place] = []
        while try statement.step() { places.append(Place(statement, from: 0)) }
        try search(places)
        for place in places {
            for index in tests.indices where tests[index].readsLogs && contains(place, index) {
                spansOfLogs[index].insert(place.span)
            }
        }
    }

    /// Whether a span, whose chunk was searched, may answer every test.
    func mayMatch(_ place: Place) -> Bool {
        tests.indices.allSatisfy { index in
            spansOfLogs[index].contains(place.span) || resources[index].contains(place.resource)
                || contains(place, index)
        }
    }

    /// Where the encoded bytes of a span or log record stand, and of which span it is.
    struct Place {
        var content: Int64
        var bytes: Range<Int>
        /// A number that stands for trace and span id.
        var span: UInt64
        var resource: Int64

        static let columns = "s.content, s.content_offset, s.content_length, s.trace_id, s.span_id, s.resource"

        init(_ row: PreparedStatement, from column: Int32) {
            content = row.integer(column)
            let offset = Int(clamping: max(0, row.integer(column + 1)))
            let (end, overflow) = offset.addingReportingOverflow(Int(clamping: max(0, row.integer(column + 2))))
            bytes = offset..<(overflow ? offset : end)
            span = StableHash.combine(
                row.withBytes(column + 3, StableHash.hash), row.withBytes(column + 4, StableHash.hash))
            resource = row.integer(column + 5)
        }
    }

    private func contains(_ place: Place, _ test: Int) -> Bool {
        chunks[place.content]?[test].contains(where: place.bytes.contains) ?? false
    }

    /// Searches the chunks in which `places` stand; within a transaction. Reading takes one connection, restoring and searching take
    /// much longer and are done by several threads.
    func search(_ places: [Place]) throws {
        let known = chunks
        chunks.removeAll(keepingCapacity: true)
        var waiting: [CompressedChunk] = []
        var bytes = 0
        for id in Set(places.map(\.content)).sorted() {
            if let found = known[id] {
                chunks[id] = found
            } else if let chunk = try segment.compressedChunk(id) {
                waiting.append(chunk)
                bytes += chunk.count
            }
            guard bytes >= Self.bytesAtOnce else { continue }
            try search(waiting)
            (waiting, bytes) = ([], 0)
        }
        try search(waiting)
    }

    private func search(_ waiting: [CompressedChunk]) throws {
        let tests = tests
        let found = Concurrently.map(waiting, threads: Self.threads) { chunk in
            Zstandard.borrowing { zstandard in
                chunk.bytes.withUnsafeBytes { bytes in
                    zstandard.withRestored(bytes, count: chunk.count) { text in tests.map { $0.places(in: text) } }
                }
            }
        }
        for (chunk, places) in zip(waiting, found) {
            guard let places else { throw segment.damaged("compressed contents") }
            chunks[chunk.id] = places
            bytes += Int64(chunk.count)
        }
    }

    private static func resources(of segment: SegmentReader, _ test: ContentTest) throws -> Set<Int64> {
        var found: Set<Int64> = []
        let statement = try segment.file.statement("SELECT id, bytes FROM resource")
        defer { statement.reset() }
        while try statement.step() {
            if statement.withBytes(1, test.mayHold(resource:)) { found.insert(statement.integer(0)) }
        }
        return found
    }

    /// The ingest of a machine of two cores goes on beside a search.
    private static let threads = 2
    private static let bytesAtOnce = 8 << 20
}
