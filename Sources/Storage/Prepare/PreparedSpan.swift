import Domain

/// A span as numbers: what its row holds, texts by index.
struct PreparedSpan: Sendable {
    typealias TextIndex = PreparedTelemetry.TextIndex

    var traceID: TraceID
    var spanID: SpanID
    var parentID: SpanID?
    var start: Timestamp
    var end: Timestamp
    var duration: Int64?
    var kind: Int32
    var flags: TelemetryFlags
    var isError: Bool

    var name: TextIndex = 0
    var service: TextIndex = 0
    var environment: TextIndex = 0
    var dialect: TextIndex = 0
    var operation: TextIndex = 0
    var provider: TextIndex = 0
    var requestModel: TextIndex = 0
    var responseModel: TextIndex = 0
    var release: TextIndex = 0
    var promptName: TextIndex = 0
    var promptVersion: TextIndex = 0
    var finishReasons: TextIndex = 0
    var errorType: TextIndex = 0
    var tool: TextIndex = 0
    var agent: TextIndex = 0
    var serviceTier: TextIndex = 0
    /// Among `labels`.
    var session: TextIndex = 0
    /// Among `labels`.
    var user: TextIndex = 0

    var usage: TokenUsage
    var computedCost: Int64?
    var reportedCost: Int64?
    var timeToFirstToken: Int64?
    /// Where its response id stands in `texts`; an empty range when it has none.
    var responseID: Range<Int>
    /// Whether the operation asks a model to produce something.
    var isInference: Bool
    /// Whether its tokens and cost may be summed.
    var hasUsage: Bool
    /// See `TraceNode.kind`.
    var innermostKind: UInt8
    /// Which of the request's sightings it is the first to show.
    var sightings: Range<Int32> = 0..<0
    var content: ContentPlace

    /// Computed, else reported.
    var cost: Int64? { computedCost ?? reportedCost }
    var peaks: CallPeaks { CallPeaks(duration: duration, cost: cost, isError: isError) }
    var model: TextIndex { responseModel != 0 ? responseModel : requestModel }
}

/// A log record as numbers.
struct PreparedLog: Sendable {
    var traceID: TraceID?
    var spanID: SpanID?
    var time: Timestamp
    /// A number that stands for all it says: the same log sent again has the same.
    var identity: Int64
    /// What it adds to the call of its span.
    var supplement: CallSupplement?
    var content: ContentPlace
}
