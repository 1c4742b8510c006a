import Domain

/// What the store holds, for completing filters.
struct VocabularyQuestion: PaneQuestion {
    let range: TimeRange

    static var kind: QuestionID.Kind { .vocabulary }
    var question: Question { .vocabulary(range) }
    var period: Nanoseconds { .minutes(1) }

    func isSameBut(time: Bool, as other: VocabularyQuestion) -> Bool {
        time ? range.length == other.range.length : range == other.range
    }
}
