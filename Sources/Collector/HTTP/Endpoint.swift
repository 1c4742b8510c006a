/// What is asked for by method and path.
enum Endpoint: Equatable, Sendable {
    case export(Signal)
    /// Whether the process is alive.
    case health
    /// Whether telemetry would be taken now.
    case readiness
    /// The collector's own numbers, for Prometheus.
    case metrics

    /// Below what a client posts telemetry: nothing by OTLP, the paths of their own services with the clients of Braintrust and Langfuse.
    private static let bases: Set<Substring> = ["", "/otel", "/api/public/otel"]

    /// The endpoint at `path`; nil when there is none.
    init?(path: Substring) {
        if let signal = Signal.allCases.first(where: { path.hasSuffix($0.path) }),
            Self.bases.contains(path.dropLast(signal.path.utf8.count))
        {
            self = .export(signal)
            return
        }
        switch path {
        case "/healthz": self = .health
        case "/readyz": self = .readiness
        case "/metrics": self = .metrics
        default: return nil
        }
    }

    /// The one method that it answers.
    var method: String { if case .export = self { "POST" } else { "GET" } }
}
