import Domain

/// Turns requests into committed rows and rollups. Lives on the one thread that writes.
final class Committer {
    let segments: OpenSegments
    private let resolver: TraceResolver
    let pricer: CallPricer
    private let control: ControlFile
    private let options: StoreOptions
    private let counter: CallCounter
    private var strings: TextRegister
    private var labels: TextRegister
    private var traces: TraceCache
    var recentLogs = RecentNumbers(limit: 50_000)
    private var touched: [TraceEntry] = []
    private var counted = CountedCalls()
    /// How long the last COMMIT took, or several together.
    private(set) var syncSeconds = 0.0

    init(
        _ directory: StoreDirectory, control: ControlFile, resolver: @escaping TraceResolver,
        pricer: @escaping CallPricer, options: StoreOptions, counter: CallCounter = CallCounter()
    ) {
        (self.resolver, self.pricer, self.options, self.counter) = (resolver, pricer, options, counter)
        segments = OpenSegments(directory, options: options)
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
            for index in requests.indices where !requests[index].scores.isEmpty {
                try storeScores(requests[index], &counts[index])
            }
            for request in requests { for judgement in request.judgements { try apply(judgement) } }
            let start = MonotonicTime.now()
            try segments.commit()
            syncSeconds = MonotonicTime.now().since(start).seconds
            counted.publish(to: counter)
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
        recentLogs.removeAll()
        counted.removeAll()
        for entry in touched { entry.isTouched = false }
        touched.removeAll()
    }

    func close() { control.close() }

    private func store(_ prepared: PreparedTelemetry) throws -> StoredCounts {
        let request = try RequestTexts(prepared, strings: &strings, labels: &labels)
        var counts = StoredCounts()
        var contents: [SegmentName: ContentWriter] = [:]
        for span in prepared.spans {
            let days = Self.days(span.start, span.end)
            let entry = try entry(of: span.traceID, days: days)
            touch(entry)
            if entry.contains(span.spanID) {
                counts.duplicates += 1
                continue
            }
            let segment = try segments.current(span.end.day)
            try segment.begin()
            let content = try contents[segment.name, default: ContentWriter(prepared)]
                .rows(for: span.content, of: prepared, in: segment)
            let (node, response) = try segment.insert(span, of: request, content: content)
            for sighting in prepared.sightings[Int(span.sightings.lowerBound)..<Int(span.sightings.upperBound)] {
                segment.sightings.saw(sighting, at: span.end)
            }
            entry.add(node)
            traces.grew()
            let index = entry.nodes.count - 1
            for source in try segments.readable(days) {
                if !source.pendingScores.isEmpty {
                    try adoptScores(responseID: response, from: source, entry: entry, index: index)
                }
                if !source.pendingSupplements.isEmpty {
                    try adoptSupplements(from: source, entry: entry, index: index)
                }
            }
            counts.stored += 1
            if span.end.day < prepared.received.day { counts.late += 1 }
        }
        try storeLogs(prepared, &contents, &counts)
        try storeMetrics(prepared, &counts)
        return counts
    }

    /// Has a trace resolved within the present commit.
    func touch(_ entry: TraceEntry) {
        guard !entry.isTouched else { return }
        entry.isTouched = true
        touched.append(entry)
    }

    /// The trace `id` with all its spans that are stored in the segments of `days`.
    func entry(of id: TraceID, days: ClosedRange<Int32>) throws -> TraceEntry {
        if let known = traces.entry(id) { return known }
        let entry = TraceEntry(id)
        let hash = id.lookupHash
        for segment in try segments.readable(days) where segment.spansByTrace.mayContain(hash) {
            for node in try TraceLoader.nodes(id, in: segment) { entry.add(node) }
        }
        traces.insert(entry)
        return entry
    }

    /// The days in which other spans of its trace may stand: a trace that takes longer than two days is not put together again once it
    /// has been forgotten.
    static func days(_ start: Timestamp, _ end: Timestamp) -> ClosedRange<Int32> {
        let end = end.day.number
        return max(min(start.day.number, end), end - 2) - 1...end + 1
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
            try takeBack(entry, index)
            entry.nodes[index].resolved = context
            entry.nodes[index].isInnermost = resolution.isInnermost
            entry.nodes[index].isContributed = true
            if !isSame { try segment.update(entry.nodes[index], texts: text) }
            try contribute(entry.nodes[index], to: segment, sign: 1)
            try contributeScores(of: entry.nodes[index], to: segment, sign: 1)
        }
    }

    /// Takes what a span adds to the rollups out of them, until its trace is resolved.
    func takeBack(_ entry: TraceEntry, _ index: Int) throws {
        let node = entry.nodes[index]
        guard node.isContributed else { return }
        let segment = try segments[node.place.segment]
        try segment.begin()
        try contribute(node, to: segment, sign: -1)
        try contributeScores(of: node, to: segment, sign: -1)
        entry.nodes[index].isContributed = false
    }

    private func contribute(_ node: SpanNode, to segment: SegmentWriter, sign: Int64) throws {
        guard let key = node.seriesKey else { return }
        let series = try series(of: key, isInference: node.facts.isInference, in: segment)
        let contribution = node.contribution(series: series)
        segment.append(sign < 0 ? contribution.takenBack : contribution)
        if node.facts.isInference {
            try counted.add(sign < 0 ? contribution.takenBack : contribution, of: key) { try text($0, \.strings) ?? "" }
        }
        if sign > 0 { segment.saw(node) }
    }

    /// The series of `key` in a segment.
    func series(of key: SeriesKey, isInference: Bool, in segment: SegmentWriter) throws -> Int {
        try segment.series.id(of: key, isInference: isInference) { try string("other", in: segment) }
    }

    /// The number of a text, which then stands in the segment.
    func string(_ text: String, in segment: SegmentWriter) throws -> UInt32 {
        let id = try strings.id(of: text)
        try segment.strings.insert(id, text)
        return id
    }

    /// The text of a number that one of the trace's segments has.
    private func text(_ id: UInt32, _ path: KeyPath<SegmentWriter, SegmentTexts>) throws -> String? {
        for segment in segments.all {
            if let text = try segment[keyPath: path].text(id) { return text }
        }
        return nil
    }
}
