import Domain

/// A conversation of a customer with the bot, before a word of it is written out.
struct Session: Sendable {
    /// A question, when it is asked and what decides about its answer.
    struct Step: Sendable {
        var start: Timestamp
        var question: SampleData.Question
        /// Seed of everything that happens while it is answered.
        var seed: UInt64
    }

    var id: String
    var user: String
    /// Where the user stands in 0 ..< 1; users below the canary's share are served by it. Sticky: a larger share only adds users.
    var bucket: Double
    var language: String
    var order: String
    var steps: [Step]
    /// When the other service sums it up, for some.
    var summary: Step?

    /// No session is longer, from its first question to the last one or the summary.
    static let longest = Nanoseconds.minutes(5)
}
