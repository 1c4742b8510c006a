import Domain

extension PreparedTelemetry {
    /// Brings `telemetry` into the form in which it is stored. The expensive part of storing (compression), made for the thread
    /// that received it; any number of threads may do so at once.
    ///
    /// - Throws: `StoreError.inputOutput` when there is no memory to compress.
    public init(_ telemetry: Telemetry) throws(StoreError) {
        let preparation: Preparation
        do {
            preparation = try Zstandard.borrowing { zstandard in
                var preparation = Preparation(packer: ContentPacker(zstandard))
                try preparation.add(telemetry)
                try preparation.packer.closeChunk()
                return preparation
            }
        } catch {
            throw StoreError(error, path: "memory")
        }
        let metrics = PreparedMetrics(telemetry.metrics)
        self.init(
            strings: preparation.strings.texts, labels: preparation.labels.texts, spans: preparation.spans,
            sightings: preparation.sightings,
            logs: preparation.logs, scores: telemetry.scores, judgements: [], metrics: metrics,
            chunks: preparation.packer.chunks,
            resources: preparation.packer.resources, scopes: preparation.packer.scopes, texts: preparation.texts,
            received: telemetry.received, count: telemetry.count,
            byteCount: preparation.packer.chunks.reduce(0) { $0 + $1.compressed.count } + preparation.texts.count
                + preparation.spans.count * MemoryLayout<PreparedSpan>.stride
                + preparation.logs.count * MemoryLayout<PreparedLog>.stride
                + telemetry.scores.count * MemoryLayout<Score>.stride * 2 + metrics.byteCount)
    }
}

extension PreparedTelemetry {
    /// A request of nothing but judgements.
    init(scores: [Score], judgements: [Judgement]) {
        self.init(
            strings: [], labels: [], spans: [], sightings: [], logs: [], scores: scores, judgements: judgements,
            metrics: PreparedMetrics([]), chunks: [],
            resources: [], scopes: [], texts: [], received: Timestamp(nanoseconds: 0),
            count: scores.count + judgements.count,
            byteCount: (scores.count + judgements.count) * MemoryLayout<Judgement>.stride * 2)
    }
}

/// Collects the parts of a `PreparedTelemetry`.
private struct Preparation {
    var strings = TextCollector()
    var labels = TextCollector()
    var spans: [PreparedSpan] = []
    var sightings: [PreparedSighting] = []
    private var seen: Set<PreparedSighting> = []
    var logs: [PreparedLog] = []
    var texts: [UInt8] = []
    var packer: ContentPacker

    init(packer: ContentPacker) { self.packer = packer }

    mutating func add(_ telemetry: Telemetry) throws {
        spans.reserveCapacity(telemetry.spans.count)
        for observation in telemetry.spans { try add(observation) }
        logs.reserveCapacity(telemetry.logs.count)
        for observation in telemetry.logs { try add(observation) }
    }

    private mutating func add(_ observation: SpanObservation) throws {
        let (span, call) = (observation.span, observation.call)
        let firstText = texts.count
        if let responseID = call.responseID { texts.append(contentsOf: responseID.utf8) }
        var prepared = PreparedSpan(
            traceID: span.traceID, spanID: span.spanID, parentID: span.parentID, start: observation.start,
            end: observation.end, duration: observation.duration?.count, kind: span.kind, flags: observation.flags,
            isError: call.isError, usage: call.usage, computedCost: observation.computedCost?.nanodollars,
            reportedCost: call.reportedCost?.nanodollars, timeToFirstToken: call.timeToFirstToken?.count,
            responseID: firstText..<texts.count, isInference: call.operation?.isInference ?? false,
            hasUsage: call.operation?.hasUsage ?? false, innermostKind: call.operation?.innermostKind ?? 0,
            content: try packer.add(
                span.encoded, batch: span.batch, resource: span.resourceIndex, scope: span.scopeIndex))
        addTexts(call, name: span.name, to: &prepared)
        let first = sightings.count
        for sighting in PreparedSighting.all(of: observation)
        where seen.count < Self.mostSightings && seen.insert(sighting).inserted { sightings.append(sighting) }
        prepared.sightings = Int32(first)..<Int32(sightings.count)
        spans.append(prepared)
    }

    /// A request that shows more says nothing by it.
    private static let mostSightings = 64

    private mutating func addTexts(_ call: Call, name: String, to span: inout PreparedSpan) {
        span.name = strings.index(name)
        span.service = strings.index(call.service)
        span.environment = strings.index(call.environment)
        span.dialect = strings.index(call.dialect.rawValue)
        span.operation = strings.index(call.operation?.rawValue)
        span.provider = strings.index(call.provider)
        span.requestModel = strings.index(call.requestModel)
        span.responseModel = strings.index(call.responseModel)
        span.release = strings.index(call.context.release)
        span.promptName = strings.index(call.context.promptName)
        span.promptVersion = strings.index(call.context.promptVersion)
        span.session = labels.index(call.context.session)
        span.user = labels.index(call.context.user)
        if !call.finishReasons.isEmpty { span.finishReasons = strings.index(FinishReasons.joined(call.finishReasons)) }
        span.errorType = strings.index(call.errorType)
        span.tool = strings.index(call.toolName)
        span.agent = strings.index(call.agentName)
        span.serviceTier = strings.index(call.serviceTier)
    }

    private mutating func add(_ observation: LogObservation) throws {
        let log = observation.log
        let content = log.encoded.withUnsafeBytes(StableHash.hash)
        let identity = StableHash.combine(content, UInt64(bitPattern: observation.time.nanoseconds))
        logs.append(
            PreparedLog(
                traceID: log.traceID, spanID: log.spanID, time: observation.time,
                identity: Int64(bitPattern: StableHash.combine(identity, StableHash.hash(observation.service))),
                supplement: observation.supplement,
                content: try packer.add(
                    log.encoded, batch: log.batch, resource: log.resourceIndex, scope: log.scopeIndex)))
    }
}

/// The finish reasons of a call in one text; a client's own line break within a reason cannot be told from the separator.
enum FinishReasons {
    static func joined(_ reasons: [String]) -> String { reasons.joined(separator: "\n") }
    static func split(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension Operation {
    /// The names of the operations that ask a model to produce something.
    static let inferenceNames = [chat, textCompletion, generateContent].map(\.rawValue)

    /// Which operations are counted innermost only, besides inference: those that libraries wrap. See `TraceNode.kind`.
    var innermostKind: UInt8 {
        switch self {
        case .embeddings: 1
        case .retrieval: 2
        case .rerank: 3
        default: 0
        }
    }
}
