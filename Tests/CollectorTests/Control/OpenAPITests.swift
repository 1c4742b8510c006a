import Configuration
import Domain
import NIOHTTP1
import TestSupport
import Testing

@testable import Collector

/// The description of the API is true: what it lists is served, what is served is listed, and answers have the shape that it says.
@Suite struct OpenAPITests {
    @Test("every endpoint is described, and nothing else")
    func complete() throws {
        let scene = try ControlScene()
        let document = try scene.ask(HTTPText.get("/api/v1/openapi.json")).json
        #expect(document["openapi"] == "3.1.0")
        let described = Set(
            (document["paths"]?.members ?? []).flatMap { path in
                (path.value.members ?? []).map { "\($0.name.uppercased()) \(path.name)" }
            })
        #expect(described == Set(ControlEndpoint.all.map { "\($0.method.rawValue) \($0.path)" }))
        for endpoint in ControlEndpoint.all {
            let operation = document["paths"]?[endpoint.path.description]?[endpoint.method.rawValue.lowercased()]
            let roles = Set((operation?["x-roles"]?.array ?? []).compactMap(\.string))
            #expect(roles == Set(endpoint.action.roles.map(\.rawValue)))
            #expect((operation?["requestBody"] != nil) == (endpoint.body != nil))
        }
    }

    @Test("what is described is served, and answers as described")
    func served() throws {
        var configuration = Configuration()
        configuration.alerts.receivers = [ReceiverSettings(name: "1", channel: .command(["/bin/true"]))]
        configuration.alerts.rules = [try AlertScene.fewCalls]
        let model = try ModelDouble { connection, _ in connection.waitForEnd() }
        configuration.endpoints = [try model.settings()]
        let scene = try ControlScene(
            grant: Grant(roles: [.editor, .approver, .admin], content: true), configuration: configuration)
        try scene.storeCall()
        let alert = try AlertScene.firing(in: scene.store)
        let document = try scene.ask(HTTPText.get("/api/v1/openapi.json")).json
        let (trace, span) = (ControlScene.trace(), ControlScene.span())
        let bodies = [
            "/api/v1/feedback":
                #"{"trace_id":"\#(trace)","span_id":"\#(span)","rating":1,"correction":"c","note":"n"}"#,
            "/api/v1/marks":
                #"{"text":"deploy 4711","kind":"deploy","service":"s","environment":"prod","time":"2026-11-24T03:04:00Z"}"#,
            "/api/v1/receivers/{name}/test": "",
            "/api/v1/evaluations": #"""
            {"prompt_file":{"name":"p","model":"m","messages":[{"role":"user","text":"{{question}}"}]},"concurrency":1,
            "golden":{"name":"set","lines":"{\"id\":\"a\",\"input\":\"q\"}"}}
            """#,
            "/api/v1/evaluations/{id}/resume": "{}",
            "/api/v1/evaluations/{id}/stop": "",
            "/api/v1/alerts/{id}/ack": #"{"note":"I look"}"#,
            "/api/v1/alerts/{id}/note": #"{"note":"it is the network"}"#,
            "/api/v1/rollouts": RolloutScene.plan.json.text,
            "/api/v1/silences": #"{"alert":"\#(alert.id)","seconds":60,"reason":"known"}"#,
            "/api/v1/prompts":
                #"{"prompt":{"name":"1","messages":[{"role":"user","text":"{{q}}"}],"model":"m"},"message":"first"}"#,
            "/api/v1/prompts/{name}/labels": #"{"label":"staging","version":1,"reason":"to try"}"#,
            "/api/v1/prompts/{name}/{version}/reviews":
                #"{"verdict":"request_changes","comment":"shorter","digest":"\#(Self.digest)"}"#,
            "/api/v1/releases": #"{"prompt":"1@1","message":"first"}"#,
            "/api/v1/drift/reference": #"{"environment":"prod","service":"s","reason":"a quiet week","side":"input"}"#,
            "/api/v1/scores": #"""
            {"trace_id":"\#(trace)","span_id":"\#(span)","name":"x","value":1,"label":"l","explanation":"e","source":"code"}
            """#,
        ]
        // There is no earlier release to go back to, and each decision needs a rollout of its own: their own tests do those.
        let paths = (document["paths"]?.members ?? []).filter {
            !$0.name.hasPrefix("/api/v1/rollouts/{id}/") && $0.name != "/api/v1/apps/{app}/rollback"
        }
        for path in paths {
            for operation in path.value.members ?? [] {
                var target =
                    path.name.hasPrefix("/api/v1/alerts/")
                    ? path.name.replacing("{id}", with: alert.id.description) : ControlScene.path(path.name)
                let parameters = (operation.value["parameters"]?.array ?? []).filter { $0["in"] == "query" }
                target = target.replacing("/releases/1", with: "/releases/1@r1")
                let values = [
                    "actor": ControlScene.user, "action": "prompt", "object": "1", "before": "1000", "limit": "10",
                    "trace_id": trace, "from": "2026-11-24T03:00:00Z", "to": "2026-11-24T04:00:00Z",
                ]
                for (index, parameter) in parameters.enumerated() {
                    let name = try #require(parameter["name"]?.string)
                    target += "\(index == 0 ? "?" : "&")\(name)=\(try #require(values[name]))"
                }
                let method = operation.name.uppercased()
                let body = method == "POST" ? bodies[path.name] : ""
                let answer = try scene.post(target, try #require(body), method: method)
                #expect(answer.status == 200, "\(method) \(target): \(answer.text)")
                let schema = Self.schema(operation.value["responses"]?["200"])
                #expect(Self.problems(answer.json, schema) == [], "\(method) \(target)")
                if let body, !body.isEmpty {
                    let request = Self.schema(operation.value["requestBody"])
                    #expect(Self.problems(try JSON(parsing: body), request) == [])
                }
            }
        }
        let refused = try scene.ask(HTTPText.get("/api/v1/nothing"))
        #expect(Self.problems(refused.json, ControlSchemas.failure) == [])
    }

    /// Of the prompt that is pushed.
    private static let digest =
        (try? Prompt(name: "1", messages: [PromptMessage(role: "user", text: "{{q}}")], model: "m").digest())?
        .description ?? ""

    private static func schema(_ place: JSON?) -> JSON? { place?["content"]?["application/json"]?["schema"] }

    /// Where `value` is not what `schema` says; of JSON Schema as much as the document uses.
    private static func problems(_ value: JSON, _ schema: JSON?, _ path: String = "$") -> [String] {
        guard let schema else { return ["\(path): no schema"] }
        let types = schema["type"]?.array?.compactMap(\.string) ?? [schema["type"]?.string].compactMap(\.self)
        let type =
            switch value {
            case .null: "null"
            case .bool: "boolean"
            case .integer: types.contains("integer") ? "integer" : "number"
            case .number: "number"
            case .string: "string"
            case .array: "array"
            case .object: "object"
            }
        guard types.contains(type) else { return ["\(path): \(type) is none of \(types)"] }
        if let choices = schema["enum"]?.array, !choices.contains(value) { return ["\(path): not among the choices"] }
        if case .array(let elements) = value {
            return elements.flatMap { problems($0, schema["items"], path + "[]") }
        }
        guard case .object(let members) = value, let properties = schema["properties"] else { return [] }
        let missing = (schema["required"]?.array ?? []).compactMap(\.string).filter { value[$0] == nil }
        return missing.map { "\(path).\($0): missing" }
            + members.flatMap { member in
                properties[member.name] == nil
                    ? ["\(path).\(member.name): not described"]
                    : problems(member.value, properties[member.name], "\(path).\(member.name)")
            }
    }
}
