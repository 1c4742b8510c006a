import Domain
import Drawing

/// Where an alert stands for people, in the order in which they want to see them.
enum AlertStage: Int, Hashable, Comparable, Sendable, CaseIterable {
    /// Somebody has to act.
    case waiting
    /// Somebody looks after it.
    case acknowledged
    case silenced
    /// Not yet for long enough.
    case pending
    case resolved

    init(_ alert: Alert) {
        switch alert.state {
        case .pending: self = .pending
        case .resolved: self = .resolved
        case .firing, .noData:
            self = alert.silence != nil ? .silenced : alert.acknowledgement != nil ? .acknowledged : .waiting
        }
    }

    static func < (a: AlertStage, b: AlertStage) -> Bool { a.rawValue < b.rawValue }
}

extension Alert {
    /// Its state in a word or two.
    var stateWord: String {
        let isWithoutData = if case .noData = state { true } else { false }
        return switch AlertStage(self) {
        case .waiting: isFlapping ? "flapping" : isWithoutData ? "no data" : "firing"
        case .acknowledged: isWithoutData ? "no data" : "acked"
        case .silenced: "silenced"
        case .pending: "pending"
        case .resolved: "resolved"
        }
    }

    /// How loudly it speaks, by a sign and a word: `▲ page`. What nobody has to act upon is quiet.
    var severityMark: StyledText {
        let stage = AlertStage(self)
        let role = stage == .waiting || stage == .acknowledged ? severity.role : .textMuted
        let sign =
            switch stage {
            case .resolved: "✓"
            case .pending: "·"
            case .waiting, .acknowledged, .silenced: "▲"
            }
        return StyledText("\(sign) \(severity.rawValue)", role)
    }
}

extension AlertSeverity {
    var role: Role {
        switch self {
        case .warn: .statusWarning
        case .page: .statusCritical
        }
    }
}
