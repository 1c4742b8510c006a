/// The number of a question; of questions of the same kind, later ones have larger numbers.
public struct QuestionID: Hashable, Sendable {
    /// Kinds of questions. Each kind is asked independently of the others; a new question of a kind makes older ones of it
    /// worthless.
    public enum Kind: Hashable, Sendable, CaseIterable {
        case overview, requests, vocabulary, request, reading, session, health, board, alert, dossier, preview, prompts,
            comparison, evaluations, audit, rollouts, rollout
    }

    public let kind: Kind
    let number: Int
}
