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
    private var chunk: (id: Int64, places: [[Int]])?
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
        while try statement.step() {
            let place = Place(statement, from: 0)
            for index in tests.indices where tests[index].readsLogs && !spansOfLogs[index].contains(place.span) {
                if try contains(place, index) { spansOfLogs[index].insert(place.span) }
            }
        }
    }

    /// Whether a span may answer every test.
    func mayMatch(_ place: Place) throws -> Bool {
        for index in tests.indices {
            if spansOfLogs[index].contains(place.span) || resources[index].contains(place.resource) { continue }
            guard try contains(place, index) else { return false }
        }
        return true
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

    private func contains(_ place: Place, _ test: Int) throws -> Bool {
        if chunk?.id != place.content { try search(place.content) }
        return chunk?.places[test].contains(where: place.bytes.contains) ?? false
    }

    private func search(_ content: Int64) throws {
        guard let bytes = try segment.chunk(content) else { return chunk = (content, tests.map { _ in [] }) }
        self.bytes += Int64(bytes.count)
        chunk = (content, bytes.withUnsafeBytes { bytes in tests.map { $0.places(in: bytes) } })
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
}
