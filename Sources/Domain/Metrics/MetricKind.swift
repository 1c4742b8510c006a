/// The kinds of metrics that OTLP knows.
public enum MetricKind: String, Sendable, CaseIterable {
    case gauge
    case sum
    case histogram
    case exponentialHistogram = "exponential_histogram"
    case summary
}
