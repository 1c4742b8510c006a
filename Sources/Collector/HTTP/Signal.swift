/// What an OTLP export request carries.
enum Signal: String, Sendable, CaseIterable {
    case traces
    case logs
    case metrics

    /// Where it is posted to.
    var path: String { "/v1/" + rawValue }

    /// The JSON name of the count of refused items in an answer.
    var rejectedName: String {
        switch self {
        case .traces: "rejectedSpans"
        case .logs: "rejectedLogRecords"
        case .metrics: "rejectedDataPoints"
        }
    }

    /// What its items are called in messages.
    var items: String {
        switch self {
        case .traces: "spans"
        case .logs: "log records"
        case .metrics: "data points"
        }
    }
}
