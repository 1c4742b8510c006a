import Domain

@testable import Storage

/// A log record that says more of a span, as a test describes it.
struct SampleSupplement: Hashable {
    var span: SampleSpan
    var time: Timestamp
    var supplement = CallSupplement()

    /// A record of the usage of `span`.
    init(of span: SampleSpan, at time: Timestamp, input: Int64? = nil, output: Int64? = nil, model: String? = nil) {
        (self.span, self.time) = (span, time)
        supplement.usage = TokenUsage(input: input, output: output)
        (supplement.requestModel, supplement.responseModel) = (model, model)
    }

    /// What stands for the encoded record.
    var encoded: [UInt8] {
        span.traceID.bytes + (SpanID(span.id)?.bytes ?? []) + Array("details \(supplement.usage.input ?? -1)".utf8)
    }
}

extension Telemetry {
    /// One request of spans and of log records that say more of spans.
    init(_ spans: [SampleSpan], supplements: [SampleSupplement], scores: [Score] = []) {
        self.init(spans, logs: supplements.map(\.encoded), scores: scores)
        for (index, sample) in supplements.enumerated() {
            (logs[index].time, logs[index].supplement) = (sample.time, sample.supplement)
        }
    }
}

extension SampleSpan {
    /// The span with what the record that counts adds to it, as one that had said so itself and was priced so.
    func with(_ records: [SampleSupplement]) -> (span: SampleSpan, call: Call) {
        let best = records.min {
            ($0.supplement.usage.isKnown ? 0 : 1, $0.time) < ($1.supplement.usage.isKnown ? 0 : 1, $1.time)
        }
        guard operation != nil, let best else { return (self, call) }
        var whole = call
        whole.add(best.supplement)
        var span = self
        (span.model, span.input, span.output) = (whole.model, whole.usage.input, whole.usage.output)
        if whole.usage != call.usage || whole.model != call.model || whole.provider != call.provider {
            span.cost = Self.price(whole, start)?.nanodollars ?? cost
        }
        return (span, whole)
    }
}
