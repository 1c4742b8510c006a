import Domain

/// The rollouts that there are: asked on every pane, for the header says how many of them wait.
public struct RolloutsQuestion: Hashable, Sendable {
    let at: Timestamp
}

extension RolloutsQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .rollouts }
    var question: Question { .rollouts(self) }
    var period: Nanoseconds { .seconds(1) }

    func isSameBut(time: Bool, as other: RolloutsQuestion) -> Bool { time || at == other.at }

    /// More are not listed.
    private static let most = 50

    /// Asks the source.
    func answer(from source: some TelemetrySource) throws -> [Rollout] { try source.rollouts(at: at, limit: Self.most) }
}
