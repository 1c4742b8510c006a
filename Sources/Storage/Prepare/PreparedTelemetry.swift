import Domain

/// A request in the form in which it is stored: contents compressed, texts collected, numbers in plain records. Made by
/// `PreparedTelemetry.init(_:)` on the thread that received the request, so that the one thread that writes only binds.
/// It owns nothing of the `TelemetryBatch` it came from.
public struct PreparedTelemetry: Sendable {
    /// A text of the request as the records refer to it: its index in `strings` or `labels` plus one; 0 is none.
    typealias TextIndex = UInt32

    /// Texts that many calls share (service, model, release, …).
    let strings: [String]
    /// Texts of which there are many (users, sessions).
    let labels: [String]
    let spans: [PreparedSpan]
    /// What the spans show, each once.
    let sightings: [PreparedSighting]
    let logs: [PreparedLog]
    let scores: [Score]
    /// What people said, in order; not counted by what telemetry is counted by.
    let judgements: [Judgement]
    let metrics: PreparedMetrics
    /// Compressed contents of the spans and logs.
    let chunks: [PreparedChunk]
    /// Encoded OTLP resources and scopes.
    let resources: [PreparedPart]
    let scopes: [PreparedPart]
    /// Response ids, one after the other, where the spans say.
    let texts: [UInt8]
    /// When the request was received.
    let received: Timestamp
    /// How many spans, log records, scores and data points it has.
    public let count: Int
    /// About how much memory it takes.
    public let byteCount: Int
}

/// A piece of contents as it is stored.
struct PreparedChunk: Sendable {
    /// How many bytes it had before.
    let rawCount: Int
    let compressed: [UInt8]
}

/// A resource or scope: its encoded bytes and a number that stands for them.
struct PreparedPart: Sendable {
    let hash: Int64
    let encoded: [UInt8]
}

/// Where the encoded bytes of a span or log record stand.
struct ContentPlace: Sendable {
    /// Index of the chunk in the request.
    var chunk: Int
    var offset: Int
    var count: Int
    /// Index of the resource and scope in the request.
    var resource: Int
    var scope: Int
}
