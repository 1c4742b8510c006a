import Domain

extension Interpreter {
    /// The event that repeats a call's request, answer and usage; some clients send them only there.
    static let detailsEvent = "gen_ai.client.inference.operation.details"

    /// What a log record adds to the call of the span that it names; nil for records that add nothing. It may come before its span or
    /// after it, and more than once.
    public func supplement(of log: LogRecord) -> CallSupplement? {
        guard log.spanID != nil, log.eventName == Self.detailsEvent else { return nil }
        return supplement(FieldValues(log.attributes, in: log.batch, table: table))
    }

    /// What the details of an operation, sent as an event of its span, add to the call.
    func supplement(of event: SpanEvent, in batch: TelemetryBatch) -> CallSupplement? {
        supplement(FieldValues(event.attributes, in: batch, table: table))
    }

    private func supplement(_ values: FieldValues) -> CallSupplement? {
        var call = Call()
        call.flags = values.flags
        call.readUsage(values)
        call.repairTotals()
        var supplement = CallSupplement()
        (supplement.usage, supplement.flags) = (call.usage, call.flags)
        supplement.provider = values.text(.provider)
        supplement.requestModel = values.text(.requestModel)
        supplement.responseModel = values.text(.responseModel)
        supplement.responseID = values.text(.responseID)
        supplement.finishReasons = values.finishReasons
        return supplement == CallSupplement() ? nil : supplement
    }
}
