import Domain

/// What people and the collector did, and whether the chain holds.
public struct AuditQuestion: Hashable, Sendable {
    /// Whether every link is to be checked.
    let isVerified: Bool
    let at: Timestamp
}

extension AuditQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .audit }
    var question: Question { .audit(self) }
    var period: Nanoseconds { .seconds(isVerified ? 30 : 1) }

    func isSameBut(time: Bool, as other: AuditQuestion) -> Bool {
        isVerified == other.isVerified && (time || at == other.at)
    }
}
