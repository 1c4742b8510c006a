import Conventions
import Domain

/// The call that a span with these attributes is.
func call(
    _ attributes: BatchBuilder.Pairs, status: Int32 = 0, events: [BatchBuilder.Event] = [],
    resource: BatchBuilder.Pairs = [("service.name", "support")], apps: [String: [String]] = [:]
) throws -> Call {
    let span = try BatchBuilder.span(attributes, status: status, events: events, resource: resource)
    return Interpreter(apps: apps).call(of: span)
}

/// What was said within a span with these attributes, events and log records.
func contents(
    _ attributes: BatchBuilder.Pairs, events: [BatchBuilder.Event] = [], logs: [LogRecord] = []
) throws -> SpanContents {
    Interpreter.contents(try BatchBuilder.span(attributes, events: events), logs)
}
