import Domain

/// What can be done through the control API, and who may do it. This table is all there is: checks, the OpenAPI document and the
/// test of all roles by all actions read it.
enum ControlAction: String, CaseIterable, Sendable {
    case readStatus = "read the status"
    case readDescription = "read the description of the API"
    case readFeedback = "read feedback"
    case giveFeedback = "give feedback"
    case storeScore = "store scores"
    case readMarks = "read marks"
    case setMark = "set marks"
    case testReceiver = "test receivers of alerts"
    case readAlerts = "read alerts"
    case handleAlerts = "acknowledge and silence alerts"
    case readEvaluations = "read evaluations"
    case runEvaluation = "run evaluations"
    case readRollouts = "read rollouts"
    case startRollout = "start rollouts"
    case holdRollout = "hold rollouts and write beside them"
    case approveRollout = "approve steps of rollouts, as far as their plans say"
    case decideRollout = "promote, resume, abort and roll back rollouts"

    /// The roles of which one is needed.
    var roles: Set<AccessRole> {
        switch self {
        case .readStatus, .readDescription, .readFeedback, .readMarks, .readAlerts, .readEvaluations, .readRollouts:
            [.viewer, .editor, .approver, .admin]
        case .giveFeedback, .storeScore, .setMark, .handleAlerts, .runEvaluation, .startRollout, .holdRollout,
            .approveRollout:
            [.editor, .approver]
        case .decideRollout: [.approver]
        case .testReceiver: [.editor, .admin]
        }
    }

    /// Whether it shows what was said in calls, so that the right to content is needed as well.
    var showsContent: Bool { self == .readFeedback }

    /// Whether who has `grant` may do it.
    func isAllowed(to grant: Grant) -> Bool {
        !roles.isDisjoint(with: grant.roles) && (!showsContent || grant.content)
    }
}
