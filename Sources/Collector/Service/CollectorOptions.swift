import Configuration
import Storage

/// What a collector is started with.
public struct CollectorOptions: Sendable {
    /// The directory of the store.
    public var store: String
    public var configuration: Configuration
    /// Where to listen, instead of what the configuration says.
    public var http: ListenAddress?
    /// Where to listen for OTLP/gRPC, instead of what the configuration says.
    public var grpc: Listening?
    /// How to write the log, instead of what the configuration says.
    public var logFormat: LogFormat?
    /// Whether only warnings and errors are logged, for a collector that is part of a program with a terminal of its own.
    public var logsQuietly = false
    /// How the store is written. Days of retention come from the configuration.
    public var storage = StoreOptions()
    /// Sizes and times of HTTP; what the configuration says goes before it.
    var httpLimits = HTTPLimits()
    /// The same of HTTP/2.
    var grpcLimits = GRPCLimits()

    /// A collector for the store in `store`.
    public init(store: String, configuration: Configuration = Configuration()) {
        (self.store, self.configuration) = (store, configuration)
    }
}
