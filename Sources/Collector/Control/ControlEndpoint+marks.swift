import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// What people and deploy scripts say that they changed.
    static let marks: [ControlEndpoint] = [
        ControlEndpoint(
            method: .POST, path: "/api/v1/marks", action: .setMark,
            summary: "Write down that something was changed, now or at the time given.",
            body: ControlSchemas.markDraft, answer: ControlSchemas.mark
        ) { request, service in
            let draft = try MarkDraft(try request.json())
            return try service.command(request) { _ in { try $0.mark(draft).json } }
        },
        ControlEndpoint(
            method: .GET, path: "/api/v1/marks", action: .readMarks,
            summary: "What people, deploy scripts and the collector said that they changed, oldest first.",
            query: ["from", "to"], answer: ControlSchemas.list("marks", ControlSchemas.mark)
        ) { request, service in
            let range = TimeRange(from: try request.moment("from"), to: try request.moment("to"))
            return ["marks": .array(try service.store.marks(range).map(\.json))]
        },
    ]
}

extension ControlRequest {
    /// The moment that a parameter says.
    fileprivate func moment(_ name: String) throws(ControlFailure) -> Timestamp {
        guard let moment = query[name].flatMap({ Timestamp(rfc3339: $0) }) else {
            throw .invalid("\(name): must be a moment such as 2026-11-24T03:04:00Z")
        }
        return moment
    }
}
