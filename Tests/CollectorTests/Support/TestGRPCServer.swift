import Domain
import NIOCore
import NIOPosix
import Wire

@testable import Collector

/// The gRPC server alone, before something that answers as the test says.
final class TestGRPCServer {
    let metrics = Metrics()
    let budget: DecodeBudget
    private let server: GRPCServer
    private let connections: ConnectionRegistry
    var port: Int { server.address.port ?? 0 }

    init(
        limits: GRPCLimits = GRPCLimits(), httpLimits: HTTPLimits = HTTPLimits(), budget: Int = 256 << 20,
        trouble: Refusal? = nil,
        export: @escaping @Sendable (ExportRequest, @escaping @Sendable (ExportResult) -> Void) -> Void = {
            $1(.stored(rejected: nil, warning: nil))
        }
    ) throws {
        let shared = DecodeBudget(capacity: budget)
        self.budget = shared
        let service = HTTPService(
            export: export, trouble: { trouble }, readiness: { trouble }, metricsText: { "" }, budget: shared,
            flags: .testing(), flagBudget: DecodeBudget(capacity: 0),
            rules: { RequestRules(hosts: ["collector.example"], body: httpLimits.body) }, metrics: metrics,
            clock: SystemClock())
        connections = ConnectionRegistry(limit: httpLimits.connections, metrics: metrics)
        server = try GRPCServer(
            address: SocketAddress(ipAddress: "127.0.0.1", port: 0), limits: limits, httpLimits: httpLimits,
            service: service, connections: connections, group: MultiThreadedEventLoopGroup.singleton)
    }

    deinit {
        server.close()
        connections.cut()
    }

    func client(settings: [(UInt16, UInt32)] = []) throws -> HTTP2Client {
        let client = try HTTP2Client(port: port, settings: settings)
        client.owner = self
        return client
    }

    /// A client that says only what it is told to.
    func plainClient() throws -> RawClient { try RawClient(port: port) }

    /// Has everybody leave, and waits.
    var drain: @Sendable () -> Void { { [connections] in connections.drain(patience: .seconds(5)) } }
}
