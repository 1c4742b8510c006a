import Domain

/// A span as a test describes it.
struct SampleSpan: Hashable {
    var trace: UInt64
    var id: UInt64
    var parent: UInt64?
    var start: Timestamp
    var milliseconds: Int64 = 1000
    var operation: Operation? = .chat
    var service = "support-bot"
    var model: String? = "gpt-4o"
    var release: String?
    var session: String?
    var user: String?
    var prompt: String?
    var input: Int64?
    var output: Int64?
    var cost: Int64?
    var ttft: Int64?
    var isError = false
    var responseID: String?
    var text = ""

    init(_ trace: UInt64, _ id: UInt64, parent: UInt64? = nil, at start: Timestamp) {
        (self.trace, self.id, self.parent, self.start) = (trace, id, parent, start)
    }

    init(_ trace: UInt64, _ id: UInt64, parent: UInt64? = nil, at start: String) {
        self.init(trace, id, parent: parent, at: Timestamp(rfc3339: start) ?? Timestamp(nanoseconds: 0))
    }

    /// Whether it failed before a token was counted.
    var isUnbilled: Bool { isError && input == nil && output == nil && cost == nil }
    var traceID: TraceID { TraceID(high: trace &* 0x9E37_79B9_7F4A_7C15, low: trace) }
    var end: Timestamp { start.advanced(by: .milliseconds(milliseconds)) }

    var call: Call {
        var call = Call()
        call.dialect = .openTelemetry
        (call.operation, call.service, call.environment) = (operation, service, "prod")
        (call.requestModel, call.responseModel) = (model, model)
        call.context.release = release
        (call.context.session, call.context.user) = (session, user)
        (call.context.promptName, call.context.promptVersion) = (prompt, prompt == nil ? nil : "7")
        call.usage = TokenUsage(input: input, output: output)
        call.timeToFirstToken = ttft.map { .milliseconds($0) }
        (call.isError, call.errorType, call.responseID) = (isError, isError ? "timeout" : nil, responseID)
        call.finishReasons = ["stop"]
        return call
    }

    /// What stands for the encoded span.
    var encoded: [UInt8] { traceID.bytes + (SpanID(id)?.bytes ?? []) + Array(text.utf8) }
}

extension Telemetry {
    /// One request of these spans, log records (bytes that begin with their trace and span id) and scores.
    init(
        _ spans: [SampleSpan], logs: [[UInt8]] = [], scores: [Score] = [],
        received: Timestamp = FixedClock().time
    ) {
        var bytes: [UInt8] = []
        var records: [SpanRecord] = []
        for span in spans {
            guard let id = SpanID(span.id) else { continue }
            var record = SpanRecord(traceID: span.traceID, spanID: id)
            record.parentID = span.parent.flatMap { SpanID($0) }
            record.encoded = ByteSlice(offset: UInt32(bytes.count), count: UInt32(span.encoded.count))
            bytes += span.encoded
            records.append(record)
        }
        var logRecords: [LogRecordRecord] = []
        for log in logs {
            var record = LogRecordRecord()
            (record.traceID, record.spanID) = (TraceID(log.prefix(16)), SpanID(log.dropFirst(16).prefix(8)))
            record.encoded = ByteSlice(offset: UInt32(bytes.count), count: UInt32(log.count))
            bytes += log
            logRecords.append(record)
        }
        let batch = TelemetryBatch(
            bytes: bytes, resources: [], scopes: [], spans: records, logs: logRecords, attributes: [], values: [])
        self.init(
            spans: zip(spans, batch.spans).map { sample, span in
                SpanObservation(
                    span: span, call: sample.call, computedCost: sample.cost.map { Money(nanodollars: $0) },
                    start: sample.start, end: sample.end,
                    duration: sample.milliseconds < 0 ? nil : .milliseconds(sample.milliseconds),
                    flags: sample.milliseconds < 0 ? .clock : [])
            }, logs: batch.logs.map { LogObservation(log: $0, time: received, service: "support-bot") }, scores: scores,
            received: received)
    }
}

extension SampleSpan {
    /// A dollar a million tokens of a known model; nothing is known of others.
    static let price: CallPricer = { call, _ in
        guard call.operation?.hasUsage == true, call.model != nil, call.usage.isKnown else { return nil }
        return Money(nanodollars: ((call.usage.input ?? 0) + (call.usage.output ?? 0)) * 1000)
    }
}
