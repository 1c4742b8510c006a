import Domain

/// A question that a pane asks again and again.
protocol PaneQuestion: Hashable, Sendable {
    static var kind: QuestionID.Kind { get }
    /// As it is handed to the program.
    var question: Question { get }
    /// The shortest time after which asking again about the present shows something new.
    var period: Nanoseconds { get }
    /// Whether both ask for the same, apart from the moment if `time`.
    func isSameBut(time: Bool, as other: Self) -> Bool
}
