import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// The registry of prompts.
    static let prompts: [ControlEndpoint] = [
        ControlEndpoint(
            method: .POST, path: "/api/v1/prompts", action: .pushPrompt,
            summary: "Push a version of a prompt; what says the same as the last version is refused.",
            body: ControlSchemas.promptDraft, answer: ControlSchemas.promptVersion
        ) { request, service in
            let draft = try PromptPushDraft(try request.json())
            try draft.prompt.checkTemplates()
            return try service.command(request) { _ in { try $0.push(draft).json } }
        },
        ControlEndpoint(
            method: .GET, path: "/api/v1/prompts", action: .readRegistry,
            summary: "All prompts with their newest version and their labels, by name.",
            answer: ControlSchemas.list("prompts", ControlSchemas.promptSummary)
        ) { _, service in ["prompts": .array(try service.store.prompts().map(\.json))] },
        ControlEndpoint(
            method: .GET, path: "/api/v1/prompts/{name}", action: .readRegistry,
            summary: "The versions, labels and reviews of a prompt, without what it says.",
            answer: ControlSchemas.promptHistory
        ) { request, service in
            let name = request.parameters["name"] ?? ""
            guard let history = try service.store.promptHistory(name) else { throw ControlRefusal.noPrompt }
            return history.json
        },
        ControlEndpoint(
            method: .GET, path: "/api/v1/prompts/{name}/{version}", action: .readPrompt,
            summary: "A version of a prompt with what it says.", answer: ControlSchemas.promptVersion
        ) { request, service in
            guard let number = Int(request.parameters["version"] ?? ""),
                let version = try service.store.promptVersion(request.parameters["name"] ?? "", number)
            else { throw ControlRefusal.noPrompt }
            return version.json
        },
        ControlEndpoint(
            method: .POST, path: "/api/v1/prompts/{name}/labels", action: .labelPrompt,
            summary: "Put a label on a version; a protected label needs the approval of somebody else.",
            body: ControlSchemas.labelDraft, answer: ControlSchemas.labelMove
        ) { request, service in
            let draft = try PromptLabelDraft(try request.json())
            let name = request.parameters["name"] ?? ""
            let isProtected = service.protectedLabels.contains(draft.label)
            return try service.command(request) { _ in
                { try $0.move(draft, of: name, isProtected: isProtected).json }
            }
        },
        ControlEndpoint(
            method: .POST, path: "/api/v1/prompts/{name}/{version}/reviews", action: .reviewPrompt,
            summary: "Approve exactly what was read, or ask for changes.", body: ControlSchemas.reviewDraft,
            answer: ControlSchemas.review
        ) { request, service in
            let draft = try PromptReviewDraft(try request.json())
            guard let number = Int(request.parameters["version"] ?? "") else { throw ControlRefusal.noPrompt }
            let name = request.parameters["name"] ?? ""
            return try service.command(request) { _ in { try $0.review(draft, number, of: name).json } }
        },
    ]
}

extension ControlRefusal {
    fileprivate static let noPrompt = ControlRefusal(
        .notFound, "there is no such prompt or version; GET /api/v1/prompts lists what there is")
}
