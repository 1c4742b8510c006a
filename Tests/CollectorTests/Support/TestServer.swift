import Domain
import NIOCore
import NIOPosix
import Wire

@testable import Collector

/// The HTTP server alone, before something that answers as the test says.
struct TestServer {
    let server: HTTPServer
    let metrics: Metrics
    let budget: DecodeBudget
    var port: Int { server.address.port ?? 0 }

    init(
        limits: HTTPLimits = HTTPLimits(), budget: Int = 256 << 20, trouble: Refusal? = nil,
        metricsText: String = "# none\n",
        flags: FlagService = .testing(), flagBudget: Int = 1 << 20,
        export: @escaping @Sendable (ExportRequest, @escaping @Sendable (ExportResult) -> Void) -> Void = {
            $1(.stored(rejected: nil, warning: nil))
        }
    ) throws {
        let metrics = Metrics()
        self.metrics = metrics
        let shared = DecodeBudget(capacity: budget)
        self.budget = shared
        let service = HTTPService(
            export: export, trouble: { trouble }, readiness: { trouble }, metricsText: { metricsText }, budget: shared,
            flags: flags, flagBudget: DecodeBudget(capacity: flagBudget),
            rules: { RequestRules(hosts: ["collector.example"], body: limits.body) }, metrics: metrics,
            clock: SystemClock())
        server = try HTTPServer(
            address: SocketAddress(ipAddress: "127.0.0.1", port: 0), limits: limits, service: service,
            connections: ConnectionRegistry(limit: limits.connections, metrics: metrics),
            group: MultiThreadedEventLoopGroup.singleton)
    }

    func client() throws -> RawClient { try RawClient(port: port) }

    /// Sends one request on a connection of its own.
    func ask(_ request: [UInt8], halfClose: Bool = false) throws -> RawClient.Answer? {
        let client = try client()
        client.send(request)
        if halfClose { client.endSending() }
        return try client.answer()
    }
}
