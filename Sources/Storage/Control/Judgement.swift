import Domain

/// A judgement of a call of which there is one at a time: it replaces the former one with the same identity, or takes it back.
struct Judgement: Sendable {
    /// The same for all that replace one another.
    var identity: Int64
    /// Nil to take the former one back.
    var score: Score?
    /// When the judged call ended: says in which segments it may stand.
    var callEnd: Timestamp
}

extension FeedbackID {
    /// What the score of this judgement is known by in the segments.
    var scoreIdentity: Int64 {
        Int64(
            bitPattern: StableHash.combine(StableHash.hash(Feedback.scoreName), UInt64(bitPattern: rawValue)))
    }
}
