import Domain

/// Why a model did not answer.
struct ModelFailure: Error, Hashable, CustomStringConvertible {
    /// What is to be done about it.
    enum Consequence: Hashable {
        /// The same may succeed later.
        case again(after: Duration?)
        /// This question will not be answered.
        case question
        /// No question will be answered.
        case run
        /// The collector ends; a later process asks again.
        case interruption
    }

    let consequence: Consequence
    let description: String

    init(_ consequence: Consequence, _ description: String) {
        (self.consequence, self.description) = (consequence, description)
    }
}
