/// What the collector says about itself once a second, in the file `collector.status` of the store.
public struct CollectorStatus: Hashable, Sendable {
    public var processID: Int32
    /// `address:port` of OTLP/HTTP.
    public var http: String
    /// `address:port` of OTLP/gRPC; nil when it is not served.
    public var grpc: String?
    public var started: Timestamp
    /// When this was written.
    public var written: Timestamp
    /// Age of the oldest span received and not committed; zero when nothing waits.
    public var behind: Nanoseconds
    /// Spans received since the start.
    public var receivedSpans: Int64
    /// Spans stored since the start.
    public var storedSpans: Int64
    /// Items refused since the start.
    public var rejected: Int64
    /// Why ingest is stopped at the moment (disk full, read-only …); nil when it is not.
    public var trouble: String?

    /// What was taken out of telemetry since the start, by kind.
    public var redactions: RedactionCounts

    /// A status of the given parts.
    public init(
        processID: Int32, http: String, grpc: String? = nil, started: Timestamp, written: Timestamp,
        behind: Nanoseconds,
        receivedSpans: Int64, storedSpans: Int64, rejected: Int64, trouble: String?,
        redactions: RedactionCounts = RedactionCounts()
    ) {
        (self.processID, self.http, self.grpc) = (processID, http, grpc)
        (self.started, self.written) = (started, written)
        (self.behind, self.receivedSpans, self.storedSpans) = (behind, receivedSpans, storedSpans)
        (self.rejected, self.trouble, self.redactions) = (rejected, trouble, redactions)
    }

    /// The status as the JSON that stands in the file.
    public var json: JSON {
        [
            "pid": .integer(Int64(processID)), "http": .string(http), "grpc": JSON(grpc),
            "started": .string(started.rfc3339()),
            "written": .string(written.rfc3339()), "behind_ms": .number(behind.milliseconds),
            "received_spans": .integer(receivedSpans), "stored_spans": .integer(storedSpans),
            "rejected": .integer(rejected), "trouble": JSON(trouble),
            "redactions": redactions.json,
        ]
    }

    /// The status that `json` says; nil when it does not.
    public init?(_ json: JSON) {
        guard let pid = json["pid"]?.integer, let http = json["http"]?.string,
            let started = json["started"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let written = json["written"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let behind = json["behind_ms"]?.double, let behindNanoseconds = Int64(exactly: (behind * 1e6).rounded()),
            let received = json["received_spans"]?.integer, let stored = json["stored_spans"]?.integer,
            let rejected = json["rejected"]?.integer
        else { return nil }
        self.init(
            processID: Int32(clamping: pid), http: http, grpc: json["grpc"]?.string, started: started, written: written,
            behind: Nanoseconds(behindNanoseconds), receivedSpans: received, storedSpans: stored, rejected: rejected,
            trouble: json["trouble"]?.string, redactions: RedactionCounts(json["redactions"]))
    }
}
