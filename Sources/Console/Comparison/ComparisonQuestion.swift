import Domain

/// Two versions of a prompt that are to be compared, with their calls of lately.
public struct ComparisonQuestion: Hashable, Sendable {
    let name: String
    let old: Int
    let new: Int
    let length: Nanoseconds
    let at: Timestamp
}

extension ComparisonQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .comparison }
    var question: Question { .comparison(self) }
    var period: Nanoseconds { .seconds(30) }

    func isSameBut(time: Bool, as other: ComparisonQuestion) -> Bool {
        name == other.name && old == other.old && new == other.new && length == other.length
            && (time || at == other.at)
    }
}
