import Domain

/// When each part of the scenario `drift` begins, measured from the beginning of the demo.
public enum DriftStarts {
    /// A third of the conversations are about one topic.
    public static let topic = Nanoseconds.hours(-10)
    /// A language that nobody spoke takes a quarter of the conversations.
    public static let language = Nanoseconds.hours(-8)
    /// Customers write three sentences before their question.
    public static let length = Nanoseconds.hours(-6)
    /// Half of the answers complain.
    public static let tone = Nanoseconds.hours(-4)
}
