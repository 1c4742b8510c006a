import Domain
import NIOHTTP1

/// One thing that the control API answers. The table of them routes, checks, and is the OpenAPI document.
struct ControlEndpoint: Sendable {
    var method: HTTPMethod
    var path: PathTemplate
    var action: ControlAction
    /// What it does, in one sentence.
    var summary: String
    /// Names of the parameters after the `?`, all of which must be there.
    var query: [String] = []
    /// Names of the parameters after the `?` that may be there.
    var optionalQuery: [String] = []
    /// What the body is, as a JSON schema; nil when there is none.
    var body: JSON?
    /// Bytes that the body may have. People say little; golden sets and answers to them are the exception.
    var bodyLimit = 1 << 20
    /// What the answer is, as a JSON schema.
    var answer: JSON
    /// Does it, on a thread that may wait.
    var run: @Sendable (ControlRequest, ControlService) throws -> JSON

    /// Whether it changes something, so that it carries an `Idempotency-Key`.
    var isCommand: Bool { method != .GET }

    /// All there are.
    static let all: [ControlEndpoint] =
        feedback + scores + marks + alerts + drift + evaluations + rollouts + state + receivers + prompts + releases
        + audit
}
