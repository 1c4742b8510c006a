/// The methods that are served, all of them unary.
enum GRPCMethod: Equatable, Sendable {
    case export(Signal)
    /// `grpc.health.v1.Health/Check`
    case health

    /// The method at `path`; nil when there is none.
    init?(path: String) {
        if path == "/grpc.health.v1.Health/Check" {
            self = .health
            return
        }
        guard let signal = Signal.allCases.first(where: { path == "/\($0.grpcService)/Export" }) else { return nil }
        self = .export(signal)
    }
}

extension Signal {
    /// The service of gRPC that takes it.
    var grpcService: String {
        switch self {
        case .traces: "opentelemetry.proto.collector.trace.v1.TraceService"
        case .logs: "opentelemetry.proto.collector.logs.v1.LogsService"
        case .metrics: "opentelemetry.proto.collector.metrics.v1.MetricsService"
        }
    }
}
