import Configuration
import Domain
import Synchronization
import TestSupport

/// A model server that answers as the test says, and keeps what it was asked.
final class ModelDouble: Sendable {
    private final class Requests: Sendable { let all = Mutex<[Connection.Request]>([]) }
    private let requests = Requests()
    private let server: LocalServer

    /// - Parameter serve: answers the request after so many others.
    init(_ serve: @escaping @Sendable (Connection, _ before: Int) -> Void) throws {
        let requests = requests
        server = try LocalServer { connection in
            while let request = connection.readRequest() {
                let before = requests.all.withLock { all in
                    all.append(request)
                    return all.count - 1
                }
                serve(connection, before)
            }
        }
    }

    /// Answers everything with `text`.
    convenience init(saying text: String, tokens: Int = 10) throws {
        try self.init { connection, _ in connection.answer(Self.completion(text, tokens: tokens)) }
    }

    deinit { server.stop() }

    var received: [Connection.Request] { requests.all.withLock { $0 } }

    func settings(key: String? = nil, timeout: Nanoseconds = .seconds(20)) throws -> EndpointSettings {
        guard let address = WebAddress(server.url + "v1") else { throw RawClient.Failure(what: "no address") }
        return EndpointSettings(
            name: "double", address: address, keyVariable: key, models: ["small": "small-latest"], concurrency: 2,
            timeout: timeout)
    }

    static func completion(_ text: String, tokens: Int = 10) -> String {
        let json: JSON = [
            "model": "gpt-4o",
            "choices": [["message": ["role": "assistant", "content": .string(text)], "finish_reason": "stop"]],
            "usage": ["prompt_tokens": 100, "completion_tokens": .integer(Int64(tokens))],
        ]
        return json.text
    }
}
