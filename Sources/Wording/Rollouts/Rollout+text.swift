import Domain
import Drawing

extension RolloutPlan {
    /// `support-answer@r41 → r42`, what both names begin with standing once; not at all when it is the app's name.
    public var releasesText: String {
        let (old, new) = (Self.parts(from), Self.parts(to))
        guard old.name == new.name, !old.name.isEmpty else { return "\(from) → \(to)" }
        return "\(old.name == app ? "" : old.name + "@")\(old.number) → \(new.number)"
    }

    /// What names the canary among the releases of its app: `r42`.
    public var shortTo: String { Self.parts(to).number }
    /// The same of the release that serves now.
    public var shortFrom: String { Self.parts(from).number }

    private static func parts(_ release: String) -> (name: String, number: String) {
        guard let at = release.lastIndex(of: "@"), release.index(after: at) < release.endIndex else {
            return ("", release)
        }
        return (String(release[..<at]), String(release[release.index(after: at)...]))
    }
}

extension RolloutStep {
    /// `shadow`, or the canary's share.
    public var text: String { weight.map(Self.share) ?? "shadow" }

    /// A share of the units: `5 %`, `0.5 %`.
    public static func share(_ weight: Double) -> String {
        let percent = weight * 100
        let isWhole = (percent - percent.rounded()).magnitude < 0.05
        return Format.decimal(percent, decimals: isWhole ? 0 : 1) + " %"
    }
}

extension RolloutPhase {
    /// By a sign and words.
    public var text: StyledText {
        switch self {
        case .running: StyledText("▶ collects evidence", .statusOk)
        case .waitingForApproval: StyledText("◆ waits for approval", .approvalPending)
        case .held(let reason): StyledText("‖ held: \(reason.words)", .statusWarning)
        case .completed: StyledText("✓ completed", .statusOk)
        case .rolledBack: StyledText("✖ rolled back", .statusCritical)
        case .aborted: StyledText("✖ aborted", .statusWarning)
        case .superseded: StyledText("· superseded", .textMuted)
        }
    }
}

extension RolloutPhase.HoldReason {
    /// Why nothing goes on, in words.
    public var words: String {
        switch self {
        case .human: "somebody said so"
        case .timeout: "undecided for too long"
        case .sampleRatio: "weights are not honoured"
        case .incomparable: "a metric is missing in one arm"
        }
    }
}

extension RolloutEvent {
    /// What happened, for a log.
    public func text(_ plan: RolloutPlan) -> String {
        switch change {
        case .started: return "began: \(reason)"
        case .epoch(let number, _): return number == 1 ? "evidence begins" : "\(reason) (epoch \(number))"
        case .step(let index):
            let step = plan.steps.indices.contains(index) ? plan.steps[index] : nil
            let what = step.map { $0.weight == nil ? "shadow" : "canary \($0.text)" } ?? "canary"
            return "step \(index + 1) began: \(what)\(cause == .plan ? "" : " · \(reason)")"
        case .waiting, .reopened: return reason
        case .approved: return "approved: \(reason)"
        case .held: return "held: \(reason)"
        case .resumed: return "resumed: \(reason)"
        case .noted: return reason
        case .completed: return "completed: \(reason)"
        case .rolledBack: return (cause == .breaker ? "BREAKER, rolled back: " : "rolled back: ") + reason
        case .aborted: return "aborted: \(reason)"
        case .superseded: return "superseded: \(reason)"
        }
    }
}
