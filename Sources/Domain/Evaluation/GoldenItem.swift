/// A question with what a good answer to it is: one line of a golden set.
public struct GoldenItem: Hashable, Sendable {
    /// Unique within its set.
    public let id: String
    /// What is asked, in the order in which it is sent; a line with a text has one message of the user.
    public let input: [PromptMessage]
    /// Passages that the answer is to rest on.
    public let context: [String]
    /// What answers are held against.
    public let expectation: GoldenExpectation
    /// By which runs can be looked at in parts, such as `billing` or `de`.
    public let tags: [String]
    /// How much it counts in means; positive.
    public let weight: Double
    public let split: GoldenSplit
    /// The whole line, members that mean nothing to Headframe included.
    public let json: JSON

    /// The text of the last message of the user: what people recognise the item by.
    public var question: String { (input.last { $0.role == "user" } ?? input.last)?.text ?? "" }

    init(
        id: String, input: [PromptMessage], context: [String], expectation: GoldenExpectation, tags: [String],
        weight: Double, split: GoldenSplit, json: JSON
    ) {
        (self.id, self.input, self.context, self.expectation) = (id, input, context, expectation)
        (self.tags, self.weight, self.split, self.json) = (tags, weight, split, json)
    }
}
