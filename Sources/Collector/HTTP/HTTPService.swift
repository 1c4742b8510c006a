import Domain
import Wire

/// What stands behind the HTTP and the gRPC server.
struct HTTPService: Sendable {
    /// Takes an export request and calls back, from any thread, once it is durable or refused.
    var export: @Sendable (ExportRequest, @escaping @Sendable (ExportResult) -> Void) -> Void
    /// Why no telemetry is taken at the moment; nil when it is.
    var trouble: @Sendable () -> Refusal?
    /// Why the collector should get no traffic at the moment, although it still tries to serve what comes; nil when all is well.
    var readiness: @Sendable () -> Refusal?
    /// The collector's own numbers, in the text format of Prometheus.
    var metricsText: @Sendable () -> String
    /// Room for bodies of telemetry, shared by all connections.
    var budget: DecodeBudget
    /// Tells applications which release to use.
    var flags: FlagService
    /// Room for the bodies of their questions: telemetry takes none of it.
    var flagBudget: DecodeBudget
    var rules: @Sendable () -> RequestRules
    var metrics: Metrics
    var clock: any WallClock
}
