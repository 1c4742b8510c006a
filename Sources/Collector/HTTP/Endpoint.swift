/// What is asked for by method and path.
enum Endpoint: Equatable, Sendable {
    case export(Signal)
    /// Something that a client of another vendor asks of its own server.
    case vendor(VendorEndpoint)
    /// Which release an application is to use.
    case flags(FlagEndpoint)
    /// Whether the process is alive.
    case health
    /// Whether telemetry would be taken now.
    case readiness
    /// The collector's own numbers, for Prometheus.
    case metrics

    /// Below what a client posts telemetry: nothing by OTLP, the paths of their own services with the clients of Braintrust and Langfuse.
    private static let bases: Set<Substring> = ["", "/otel", "/api/public/otel"]

    /// The endpoint at `path`, whose `query` is what stands after the question mark; nil when there is none.
    init?(path: Substring, query: Substring = "") {
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
        default:
            if let flags = FlagEndpoint(path: path, query: query) {
                self = .flags(flags)
            } else if let vendor = VendorEndpoint(path: path) {
                self = .vendor(vendor)
            } else {
                return nil
            }
        }
    }

    /// The methods that it answers.
    var methods: [String] {
        switch self {
        case .export: ["POST"]
        case .vendor(let vendor): vendor.methods
        case .flags(let flags): [flags.method]
        case .health, .readiness, .metrics: ["GET"]
        }
    }
}
