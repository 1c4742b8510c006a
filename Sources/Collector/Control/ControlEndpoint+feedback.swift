import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// What people say of calls.
    static let feedback: [ControlEndpoint] = [
        ControlEndpoint(
            method: .POST, path: "/api/v1/feedback", action: .giveFeedback,
            summary: "Say something of a call; what the same person said before stays where nothing new is said.",
            body: ControlSchemas.feedbackDraft, answer: ControlSchemas.feedback
        ) { request, service in
            let draft = try FeedbackDraft(try request.json())
            return try service.command(request) { store in
                let call = try store.judgedCall(draft.traceID, draft.spanID)
                return { try $0.give(draft, of: call).json }
            }
        },
        ControlEndpoint(
            method: .GET, path: "/api/v1/feedback", action: .readFeedback,
            summary: "What people said of the calls of a trace, oldest first.", query: ["trace_id"],
            answer: ControlSchemas.list("feedback", ControlSchemas.feedback)
        ) { request, service in
            guard let trace = request.query["trace_id"].flatMap({ TraceID(hex: $0) }) else {
                throw ControlFailure.invalid("trace_id: must be 32 hexadecimal digits")
            }
            return ["feedback": .array(try service.store.feedback(of: trace).map(\.json))]
        },
        ControlEndpoint(
            method: .DELETE, path: "/api/v1/feedback/{id}", action: .giveFeedback,
            summary: "Take back what oneself said of a call.", answer: ControlSchemas.feedback
        ) { request, service in
            guard let id = request.parameters["id"].flatMap({ FeedbackID($0) }) else {
                throw ControlRefusal(.notFound, "there is no such feedback: its id is a whole number")
            }
            return try service.command(request) { _ in { try $0.takeBack(id).json } }
        },
    ]
}
