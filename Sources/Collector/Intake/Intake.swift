import Conventions
import Domain
import Pricing
import Redaction

/// Turns what was received into what is stored: understood, filed and priced. A pure function of its settings, which are
/// replaced as a whole when the configuration is read again.
struct Intake: Sendable {
    var interpreter: Interpreter
    var prices: PriceTable
    /// What is taken out before anything is understood.
    var redaction: RedactionPolicy
    /// How long spans are kept.
    var retention: Nanoseconds

    /// What the spans and log records of `batch`, received at `received`, bring to the store.
    func telemetry(of batch: TelemetryBatch, received: Timestamp) -> Telemetry {
        var telemetry = Telemetry(received: received)
        telemetry.spans.reserveCapacity(batch.spans.count)
        for span in batch.spans { add(span, to: &telemetry) }
        for log in batch.logs where interpreter.keeps(log) { add(log, to: &telemetry) }
        return telemetry
    }

    private func add(_ span: Span, to telemetry: inout Telemetry) {
        let times = FilingTimes(
            start: span.start, end: span.end, received: telemetry.received, retention: retention)
        let call = interpreter.call(of: span)
        telemetry.scores += interpreter.scores(of: span, filedAt: times.end)
        var observation = SpanObservation(
            span: span, call: call, computedCost: prices.cost(of: call, at: times.start), start: times.start,
            end: times.end, duration: times.duration,
            flags: span.flags.union(call.flags).union(times.flags))
        if call.operation?.isInference == true {
            observation.client = interpreter.client(of: span, call)
            observation.parameters = interpreter.parameters(of: span)
        }
        telemetry.spans.append(observation)
    }

    private func add(_ log: LogRecord, to telemetry: inout Telemetry) {
        let time = FilingTimes.moment(log.time, received: telemetry.received, retention: retention)
        if let score = interpreter.score(of: log, filedAt: time) { telemetry.scores.append(score) }
        let service = log.resource["service.name"]?.string ?? ""
        telemetry.logs.append(
            LogObservation(
                log: log, time: time, service: service.isEmpty ? "unknown" : service,
                supplement: interpreter.supplement(of: log)))
    }
}
