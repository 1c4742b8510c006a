import Foundation

/// What `stats --json` prints, as far as it is compared here.
struct Stats: Decodable {
    struct Row: Decodable {
        let key: [String: String?]
        let calls: Int
        let errors: Int
        let inputTokens: Int?
        let outputTokens: Int?
        let cacheReadTokens: Int?
        let costUsd: Double?
        let unpricedCalls: Int
        let durationMs: [String: Double?]
    }

    let by: [String]
    let rows: [Row]
    let total: Row
}

/// A line of `requests --json`.
struct Request: Decodable {
    let traceId: String
    let spanId: String
    let service: String
    let requestModel: String?
    let status: String
    let durationMs: Double
}

/// What `request --json` prints.
struct Trace: Decodable {
    struct Span: Decodable {
        struct Message: Decodable {
            struct Part: Decodable {
                let type: String
                let text: String?
            }

            let role: String
            let parts: [Part]
        }

        let spanId: String
        let parentSpanId: String?
        let kind: String
        let name: String
        let input: [Message]
        let output: [Message]
    }

    let traceId: String
    let spans: [Span]
}

extension ChildProcess.Ending {
    /// The output as JSON; fails with what the program wrote when it did not succeed.
    func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        guard status == 0 else { throw Failure("ended with \(status): \(errors)") }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do { return try decoder.decode(type, from: Data(output.utf8)) } catch {
            throw Failure("not the JSON that was expected: \(error) in \(output)")
        }
    }

    /// The lines of the output, the last line end left out.
    var lines: [String] {
        var lines = output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
