import Domain
import NIOHTTP1

/// The OpenAPI 3.1 description of a table of endpoints.
struct OpenAPIDocument {
    let json: JSON

    init(_ endpoints: [ControlEndpoint]) {
        var paths: [JSON.Member] = []
        for endpoint in endpoints {
            let operation = JSON.Member(endpoint.method.rawValue.lowercased(), Self.operation(endpoint))
            if let index = paths.firstIndex(where: { $0.name == endpoint.path.description }) {
                paths[index].value = .object((paths[index].value.members ?? []) + [operation])
            } else {
                paths.append(.init(endpoint.path.description, .object([operation])))
            }
        }
        json = [
            "openapi": "3.1.0",
            "info": [
                "title": "Headframe control API", "version": .string(Collector.version),
                "description": "Served on the Unix socket control.sock of a store; the kernel says who asks.",
            ],
            "servers": [["url": "http://localhost"]], "paths": .object(paths),
        ]
    }

    private static func operation(_ endpoint: ControlEndpoint) -> JSON {
        let roles = AccessRole.allCases.filter(endpoint.action.roles.contains).map { JSON.string($0.rawValue) }
        var members: [JSON.Member] = [
            .init("summary", .string(endpoint.summary)), .init("x-roles", .array(roles)),
            .init("x-content", .bool(endpoint.action.showsContent)),
        ]
        let parameters = parameters(endpoint)
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let body = endpoint.body {
            members.append(.init("requestBody", ["required": true, "content": content(body)]))
        }
        let responses: JSON = [
            "200": ["description": "Done.", "content": content(endpoint.answer)],
            "default": ["description": "Not done, and why.", "content": content(ControlSchemas.failure)],
        ]
        return .object(members + [.init("responses", responses)])
    }

    private static func parameters(_ endpoint: ControlEndpoint) -> [JSON] {
        func parameter(_ name: String, _ place: JSON, isRequired: Bool = true) -> JSON {
            ["name": .string(name), "in": place, "required": .bool(isRequired), "schema": ["type": "string"]]
        }
        var parameters = endpoint.path.names.map { parameter($0, "path") }
        parameters += endpoint.query.map { parameter($0, "query") }
        parameters += endpoint.optionalQuery.map { parameter($0, "query", isRequired: false) }
        if endpoint.isCommand { parameters.append(parameter(ControlRequest.keyHeader, "header")) }
        return parameters
    }

    private static func content(_ schema: JSON) -> JSON { ["application/json": ["schema": schema]] }
}
