import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// Releases, and which of them apps serve.
    static let releases: [ControlEndpoint] = [
        ControlEndpoint(
            method: .POST, path: "/api/v1/releases", action: .createRelease,
            summary: "Make a release out of a prompt version; the first of an app is served at once.",
            body: ControlSchemas.releaseDraft, answer: ControlSchemas.release
        ) { request, service in
            let draft = try ReleaseDraft(try request.json())
            let answer = try service.command(request) { _ in { try $0.create(draft).json } }
            service.releasesChanged()
            return answer
        },
        ControlEndpoint(
            method: .GET, path: "/api/v1/releases", action: .readRegistry,
            summary: "All releases, oldest first, and which of them each app served when.",
            answer: ControlSchemas.object([
                ("releases", ["type": "array", "items": ControlSchemas.release]),
                ("activations", ["type": "array", "items": ControlSchemas.activeRelease]),
            ])
        ) { _, service in
            [
                "releases": .array(try service.store.releases().map(\.json)),
                "activations": .array(try service.store.activations().map(\.json)),
            ]
        },
        ControlEndpoint(
            method: .GET, path: "/api/v1/releases/{id}", action: .readRegistry,
            summary: "A release, by its name (support-answer@r42) or the first digits of its digest.",
            answer: ControlSchemas.release
        ) { request, service in
            guard let reference = ReleaseReference(request.parameters["id"] ?? ""),
                let release = try service.store.releases().first(where: { reference.names($0, app: nil) })
            else {
                throw ControlRefusal(.notFound, "there is no such release; GET /api/v1/releases lists what there is")
            }
            return release.json
        },
        ControlEndpoint(
            method: .POST, path: "/api/v1/apps/{app}/rollback", action: .rollBack,
            summary: "Have an app served by an earlier release at once.", body: ControlSchemas.rollBack,
            answer: ControlSchemas.activeRelease
        ) { request, service in
            let draft = try RollBackDraft(try request.json())
            let app = request.parameters["app"] ?? ""
            let answer = try service.command(request) { _ in
                { try $0.rollBack(app, to: draft.release, reason: draft.reason).json }
            }
            service.releasesChanged()
            return answer
        },
    ]
}
