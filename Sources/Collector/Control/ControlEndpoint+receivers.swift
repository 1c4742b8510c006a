import Domain
import NIOHTTP1

extension ControlEndpoint {
    /// Who is told of alerts.
    static let receivers: [ControlEndpoint] = [
        ControlEndpoint(
            method: .POST, path: "/api/v1/receivers/{name}/test", action: .testReceiver,
            summary: "Tell a receiver of alerts that this is a test, and say what became of it.",
            answer: ControlSchemas.receiverTest
        ) { request, service in
            try service.command(request) { _ in
                let trouble = try service.deliveries.test(request.parameters["name"] ?? "")
                return { _ in ["delivered": .bool(trouble == nil), "trouble": JSON(trouble)] }
            }
        }
    ]
}
