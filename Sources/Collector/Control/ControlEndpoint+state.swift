import Domain
import NIOHTTP1

extension ControlEndpoint {
    /// The collector itself.
    static let state: [ControlEndpoint] = [
        ControlEndpoint(
            method: .GET, path: "/api/v1/status", action: .readStatus,
            summary: "How the collector is, and who asks.", answer: ControlSchemas.status
        ) { request, service in
            let grant = service.rules.grant(of: request.peer)
            let caller: JSON = [
                "principal": .string(request.peer.caller.principal),
                "roles": .array(AccessRole.allCases.filter(grant.roles.contains).map { .string($0.rawValue) }),
                "content": .bool(grant.content),
            ]
            return ["collector": service.status().json, "caller": caller]
        },
        ControlEndpoint(
            method: .GET, path: "/api/v1/openapi.json", action: .readDescription,
            summary: "This description of the API.", answer: ["type": "object"]
        ) { _, _ in OpenAPIDocument(ControlEndpoint.all).json },
    ]
}
