/// The number of a question; later questions have larger ones.
public struct QuestionID: Hashable, Comparable, Sendable {
    let number: Int

    public static func < (a: QuestionID, b: QuestionID) -> Bool { a.number < b.number }
}
