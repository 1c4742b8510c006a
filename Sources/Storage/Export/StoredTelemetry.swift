import Domain

/// Brings rows of a store back into the form in which a request is stored: the same numbers, whatever prices or conventions say by now.
struct StoredTelemetry {
    private let mask: TelemetryMask
    private let isMasking: Bool
    private var strings = TextCollector()
    private var labels = TextCollector()
    private(set) var spans: [PreparedSpan] = []
    private(set) var logs: [PreparedLog] = []
    private var scores: [Score] = []
    private var judgements: [Judgement] = []
    private var texts: [UInt8] = []
    private var packer: ContentPacker
    private(set) var bytes = 0

    init(_ zstandard: Zstandard, _ mask: TelemetryMask?) {
        packer = ContentPacker(zstandard)
        (self.mask, isMasking) = (mask ?? .none, mask != nil)
    }

    var count: Int { spans.count + logs.count }
    var scoreCount: Int { scores.count + judgements.count }

    /// Adds a span: a row of `StoredRow.ownSelection`, and what was said in it.
    mutating func add(_ row: StoredRow, responseID: String?, from segment: SegmentReader) throws {
        guard let parts = try segment.parts(row).flatMap(mask.span) else {
            throw segment.damaged("the contents of span \(row.spanID)")
        }
        bytes += parts.message.count
        let operation = try segment.string(row.operation).map { Operation(rawValue: $0) }
        let firstText = texts.count
        if let responseID { texts.append(contentsOf: mask.text(responseID).utf8) }
        var span = PreparedSpan(
            traceID: row.traceID, spanID: row.spanID, parentID: row.parentID, start: row.start, end: row.end,
            duration: row.duration, kind: row.kind, flags: row.flags, isError: row.isError, usage: row.usage,
            computedCost: row.computedCost, reportedCost: row.reportedCost, timeToFirstToken: row.timeToFirstToken,
            responseID: firstText..<texts.count, isInference: operation?.isInference ?? false,
            hasUsage: operation?.hasUsage ?? false, innermostKind: operation?.innermostKind ?? 0,
            content: try packer.add(parts))
        try addTexts(row, segment, to: &span)
        spans.append(span)
    }

    private mutating func addTexts(_ row: StoredRow, _ segment: SegmentReader, to span: inout PreparedSpan) throws {
        span.name = try string(row.name, segment)
        span.service = try string(row.service, segment)
        span.environment = try string(row.environment, segment)
        span.dialect = try string(row.dialect, segment)
        span.operation = try string(row.operation, segment)
        span.provider = try string(row.provider, segment)
        span.requestModel = try string(row.requestModel, segment)
        span.responseModel = try string(row.responseModel, segment)
        span.release = try string(row.release, segment)
        span.promptName = try string(row.promptName, segment)
        span.promptVersion = try string(row.promptVersion, segment)
        span.finishReasons = try string(row.finishReasons, segment)
        span.errorType = try string(row.errorType, segment)
        span.tool = try string(row.tool, segment)
        span.agent = try string(row.agent, segment)
        span.serviceTier = try string(row.serviceTier, segment)
        span.session = labels.index(try segment.label(row.session).map(mask.text))
        span.user = labels.index(try segment.label(row.user).map(mask.text))
    }

    private mutating func string(_ id: UInt32, _ segment: SegmentReader) throws -> PreparedTelemetry.TextIndex {
        strings.index(try segment.string(id).map(mask.text))
    }

    /// Adds a log record, of which spans already have what it said of them: `columns` of the table `log`.
    mutating func add(log row: PreparedStatement, from segment: SegmentReader) throws {
        let parts = try segment.parts(
            content: row.integer(4), offset: Int(clamping: row.integer(5)), length: Int(clamping: row.integer(6)),
            resource: row.integer(7), scope: row.integer(8))
        guard let parts = parts.flatMap(mask.log) else { throw segment.damaged("the contents of a log record") }
        bytes += parts.message.count
        logs.append(
            PreparedLog(
                traceID: row.withBytes(0) { TraceID($0) }, spanID: row.withBytes(1) { SpanID($0) },
                time: Timestamp(nanoseconds: row.integer(2)), identity: row.integer(3), content: try packer.add(parts)))
    }

    /// What `add(log:from:)` reads.
    static let logColumns = """
        trace_id, span_id, time_ns, identity, content, content_offset, content_length, resource, scope
        """

    /// Adds a judgement of a call that ended at `callEnd`, by what it is known by; of no call that is known, when that is nil.
    mutating func add(_ score: Score, _ identity: Int64, callEnd: Timestamp?) {
        let score = isMasking ? score.masked(mask) : score
        if let callEnd {
            judgements.append(Judgement(identity: identity, score: score, callEnd: callEnd))
        } else {
            scores.append(score)
        }
    }

    /// All that was added, as one request.
    mutating func prepared() throws -> PreparedTelemetry {
        try packer.closeChunk()
        return PreparedTelemetry(
            strings: strings.texts, labels: labels.texts, spans: spans, sightings: [], logs: logs, scores: scores,
            judgements: judgements, metrics: PreparedMetrics([]), chunks: packer.chunks,
            resources: packer.resources, scopes: packer.scopes, texts: texts, received: Timestamp(nanoseconds: 0),
            count: count + scoreCount, byteCount: bytes)
    }
}

extension Score {
    fileprivate func masked(_ mask: TelemetryMask) -> Score {
        var score = self
        score.name = mask.text(name)
        score.service = mask.text(service)
        score.environment = mask.text(environment)
        score.label = label.map(mask.text)
        score.explanation = explanation.map(mask.text)
        score.source = source.map(mask.text)
        score.responseID = responseID.map(mask.text)
        return score
    }
}
