import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// What calls are compared with.
    static let drift: [ControlEndpoint] = [
        ControlEndpoint(
            method: .POST, path: "/api/v1/drift/reference", action: .chooseReference,
            summary: "Choose what calls are compared with: an interval in which all was well, or from now on anew.",
            body: ControlSchemas.driftReferenceDraft, answer: ControlSchemas.driftChoice
        ) { request, service in
            let draft = try DriftReferenceDraft(try request.json())
            return try service.command(request) { _ in { try $0.choose(draft) } }
        }
    ]
}
