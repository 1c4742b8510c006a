import Domain
import Outbound

extension ControlCommand {
    var method: HTTPRequest.Method {
        switch self {
        case .feedback, .score: .post
        case .takeBack: .delete
        }
    }

    var path: String {
        switch self {
        case .feedback: "/api/v1/feedback"
        case .takeBack(let id): "/api/v1/feedback/\(id)"
        case .score: "/api/v1/scores"
        }
    }

    var body: JSON? {
        switch self {
        case .feedback(let draft): draft.json
        case .score(let draft): draft.json
        case .takeBack: nil
        }
    }
}
