/// Answers `grpc.health.v1.Health/Check`.
enum GRPCHealth {
    private static let serving = 1
    private static let notServing = 2

    /// The answer to `request`, a `HealthCheckRequest`.
    ///
    /// - Parameter isReady: whether telemetry would be taken now.
    static func answer(to request: [UInt8], isReady: Bool) -> GRPCAnswer {
        guard known.contains(request) else { return .failure(GRPCStatus(.notFound, "no such service")) }
        var response = ProtobufMessage()
        response.add(isReady ? serving : notServing, field: 1)
        return .message(response.bytes)
    }

    /// Requests that name a service of ours, or none.
    private static let known: Set<[UInt8]> = Set(
        ([""] + Signal.allCases.map(\.grpcService)).map { service in
            var request = ProtobufMessage()
            request.add(service, field: 1)
            return request.bytes
        })
}
