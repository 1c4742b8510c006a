import Domain
import Outbound

extension ControlCommand {
    var method: HTTPRequest.Method {
        switch self {
        case .feedback, .score, .mark, .acknowledge, .note, .silence, .testReceiver, .chooseReference, .startRollout,
            .rollout, .startEvaluation, .resumeEvaluation, .stopEvaluation, .pushPrompt, .labelPrompt, .reviewPrompt,
            .createRelease, .rollBack:
            .post
        case .takeBack, .endSilence: .delete
        }
    }

    var path: String {
        switch self {
        case .feedback: "/api/v1/feedback"
        case .takeBack(let id): "/api/v1/feedback/\(id)"
        case .score: "/api/v1/scores"
        case .mark: "/api/v1/marks"
        case .acknowledge(let id, _): "/api/v1/alerts/\(id)/ack"
        case .note(let id, _): "/api/v1/alerts/\(id)/note"
        case .silence: "/api/v1/silences"
        case .endSilence(let id): "/api/v1/silences/\(id)"
        case .testReceiver(let name): "/api/v1/receivers/\(name)/test"
        case .startEvaluation: "/api/v1/evaluations"
        case .resumeEvaluation(let id, _): "/api/v1/evaluations/\(id)/resume"
        case .stopEvaluation(let id): "/api/v1/evaluations/\(id)/stop"
        case .chooseReference: "/api/v1/drift/reference"
        case .pushPrompt: "/api/v1/prompts"
        case .labelPrompt(let name, _): "/api/v1/prompts/\(name)/labels"
        case .reviewPrompt(let name, let version, _): "/api/v1/prompts/\(name)/\(version)/reviews"
        case .createRelease: "/api/v1/releases"
        case .rollBack(let app, _): "/api/v1/apps/\(app)/rollback"
        case .startRollout: "/api/v1/rollouts"
        case .rollout(let id, let command): "/api/v1/rollouts/\(id)/\(command.verb.rawValue)"
        }
    }

    var body: JSON? {
        switch self {
        case .feedback(let draft): draft.json
        case .score(let draft): draft.json
        case .mark(let draft): draft.json
        case .acknowledge(_, let note): .object(note.map { [.init("note", .string($0))] } ?? [])
        case .note(_, let text): ["note": .string(text)]
        case .silence(let draft): draft.json
        case .chooseReference(let draft): draft.json
        case .pushPrompt(let draft): draft.json
        case .labelPrompt(_, let draft): draft.json
        case .reviewPrompt(_, _, let draft): draft.json
        case .createRelease(let draft): draft.json
        case .rollBack(_, let draft): draft.json
        case .startRollout(let plan): plan.json
        case .rollout(_, let command): command.json
        case .startEvaluation(let draft): draft.json
        case .resumeEvaluation(_, let resumption): resumption.json
        case .takeBack, .endSilence, .stopEvaluation, .testReceiver: nil
        }
    }
}
