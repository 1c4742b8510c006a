import Domain

/// What became of a question which release to use.
enum FlagOutcome: String, CaseIterable, Sendable {
    /// Everybody gets the same.
    case `static`
    /// A rollout decided.
    case split
    /// A rollout was to decide, but its decision could not have been recorded.
    case disabled
    /// The question was wrong.
    case failed

    init(_ reason: FlagEvaluation.Reason) {
        switch reason {
        case .static: self = .static
        case .split: self = .split
        case .disabled: self = .disabled
        }
    }
}
