/// How `headframed` receives and keeps.
public struct CollectorSettings: Hashable, Sendable {
    /// Where OTLP/HTTP is served.
    public var http: ListenAddress
    /// Where OTLP/gRPC is served.
    public var grpc: Listening
    /// Names beside the loopback ones under which it may be asked (`Host`), without port.
    public var hosts: [String] = []
    /// Days for which spans are kept.
    public var retentionDays = 30
    public var logFormat = LogFormat.text
    public var limits = CollectorLimits()

    /// The defaults.
    public init() {
        http = ListenAddress(host: "127.0.0.1", port: CollectorSettings.httpPort)
        grpc = .on(ListenAddress(host: "127.0.0.1", port: CollectorSettings.grpcPort))
    }

    /// The ports that OpenTelemetry gives to OTLP/HTTP and OTLP/gRPC.
    private static let (httpPort, grpcPort) = (4318, 4317)

    /// The keys that are read at start only and are different in `other`.
    public func changesNeedingRestart(_ other: CollectorSettings) -> [String] {
        var keys: [String] = []
        if http != other.http { keys.append("http") }
        if grpc != other.grpc { keys.append("grpc") }
        if retentionDays != other.retentionDays { keys.append("retention_days") }
        if logFormat != other.logFormat { keys.append("log_format") }
        if limits != other.limits { keys.append("limits") }
        return keys
    }
}

/// How much the collector takes.
public struct CollectorLimits: Hashable, Sendable {
    /// Bytes of a request, as sent and inflated.
    public var body = 64 << 20
    /// Bytes that all requests together may hold while they are read.
    public var decodeBudget = 256 << 20
    /// Connections at one time.
    public var connections = 10_000

    /// The defaults.
    public init() {}
}
