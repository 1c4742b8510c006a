import Domain

/// Turns requests into committed rows and rollups. Lives on the one thread that writes.
final class Committer {
    let segments: OpenSegments
    private let resolver: TraceResolver
    private let control: DatabaseFile
    private let options: StoreOptions
    private var strings: TextRegister
    private var labels: TextRegister
    private var traces: TraceCache
    private var touched: [TraceEntry] = []
    /// The number of the text "other" once it is needed.
    private var other: UInt32?
    /// How long the last COMMIT took, or several together.
    private(set) var syncSeconds = 0.0

    init(_ directory: StoreDirectory, resolver: @escaping TraceResolver, options: StoreOptions) throws {
        (self.resolver, self.options) = (resolver, options)
        segments = OpenSegments(directory, options: options)
        let control = try DatabaseFile(
            directory.controlPath, .write(schema: ControlSchema.migrator, version: ControlSchema.version))
        self.control = control
        strings = TextRegister(limit: 50_000, numbers: NumberSupply("string", in: control))
        labels = TextRegister(limit: 50_000, numbers: NumberSupply("label", in: control))
        traces = TraceCache(limit: options.cachedSpans)
    }

    /// Stores `requests` in one transaction a segment. When it returns they are on the disk, and rows and rollups agree; when it throws,
    /// whole requests may have to be sent again.
    ///
    /// - Returns: what became of each request, in their order.
    func commit(_ requests: [PreparedTelemetry]) throws -> [StoredCounts] {
        do {
            var counts: [StoredCounts] = []
            for request in requests { counts.append(try store(request)) }
            for entry in touched { try resolve(entry) }
            touched.removeAll(keepingCapacity: true)
            let start = MonotonicTime.now()
            for segment in segments.inTransaction { try segment.commit() }
            syncSeconds = MonotonicTime.now().since(start).seconds
            traces.trim()
            segments.closeIdle()
            return counts
        } catch {
            abandon()
            throw error
        }
    }

    /// Takes back what is not committed; what is in memory is read anew from the files.
    func abandon() {
        segments.abandon()
        traces.removeAll()
        for entry in touched { entry.isTouched = false }
        touched.removeAll()
    }

    func close() { control.close() }

    private func store(_ prepared: PreparedTelemetry) throws -> StoredCounts {
        let request = try RequestTexts(prepared, strings: &strings, labels: &labels)
        var counts = StoredCounts()
        var contents: [SegmentName: ContentWriter] = [:]
        for span in prepared.spans {
            let entry = try entry(of: span)
            touch(entry)
            if entry.contains(span.spanID) {
                counts.duplicates += 1
                continue
            }
            let segment = try segments.current(span.end.day)
            try segment.begin()
            let content = try contents[segment.name, default: ContentWriter(prepared)]
                .rows(for: span.content, of: prepared, in: segment)
            entry.add(try segment.insert(span, of: request, content: content))
            traces.grew()
            counts.stored += 1
            if span.end.day < prepared.received.day { counts.late += 1 }
        }
        return counts
    }

    private func touch(_ entry: TraceEntry) {
        guard !entry.isTouched else { return }
        entry.isTouched = true
        touched.append(entry)
    }

    /// The trace of `span` with all its spans that are stored.
    private func entry(of span: PreparedSpan) throws -> TraceEntry {
        if let known = traces.entry(span.traceID) { return known }
        let entry = TraceEntry(span.traceID)
        let hash = span.traceID.lookupHash
        for name in segments.existing(Self.days(of: span)) {
            let segment = try segments[name]
            if segment.spansByTrace.mayContain(hash) {
                for node in try TraceLoader.nodes(span.traceID, in: segment) { entry.add(node) }
            }
        }
        traces.insert(entry)
        return entry
    }

    /// The days in which other spans of its trace may stand: a trace that takes longer than two days is not put together again once it
    /// has been forgotten.
    private static func days(of span: PreparedSpan) -> ClosedRange<Int32> {
        let end = span.end.day.number
        return max(min(span.start.day.number, end), end - 2) - 1...end + 1
    }

    private func resolve(_ entry: TraceEntry) throws {
        entry.isTouched = false
        let resolutions = resolver(entry.nodes.map(\.traceNode))
        guard resolutions.count == entry.nodes.count else { return }
        for index in entry.nodes.indices {
            let resolution = resolutions[index]
            let context = entry.context(resolution)
            let node = entry.nodes[index]
            let isSame = context == node.resolved && resolution.isInnermost == node.isInnermost
            if isSame && node.isContributed { continue }
            let segment = try segments[node.place.segment]
            try segment.begin()
            if node.isContributed { try contribute(node, to: segment, sign: -1) }
            entry.nodes[index].resolved = context
            entry.nodes[index].isInnermost = resolution.isInnermost
            entry.nodes[index].isContributed = true
            if !isSame { try segment.update(entry.nodes[index], texts: text) }
            try contribute(entry.nodes[index], to: segment, sign: 1)
        }
    }

    private func contribute(_ node: SpanNode, to segment: SegmentWriter, sign: Int64) throws {
        guard let key = node.seriesKey else { return }
        let series = try segment.series.id(of: key, isInference: node.facts.isInference) {
            try otherID(in: segment)
        }
        let contribution = node.contribution(series: series)
        segment.append(sign < 0 ? contribution.takenBack : contribution)
        if sign > 0 { segment.saw(node) }
    }

    private func otherID(in segment: SegmentWriter) throws -> UInt32 {
        let id = try other ?? strings.id(of: "other")
        other = id
        try segment.strings.insert(id, "other")
        return id
    }

    /// The text of a number that one of the trace's segments has.
    private func text(_ id: UInt32, _ path: KeyPath<SegmentWriter, SegmentTexts>) throws -> String? {
        for segment in segments.all {
            if segment[keyPath: path].contains(id) { return try segment[keyPath: path].text(id) }
        }
        return nil
    }
}
