/// Everything that happened to a prompt, without what its versions say.
public struct PromptHistory: Hashable, Sendable {
    public let name: String
    /// Oldest first; there is at least one.
    public let versions: [PromptVersionSummary]
    /// Oldest first.
    public let moves: [PromptLabelMove]
    /// Oldest first.
    public let reviews: [PromptReview]

    /// The history of `name`; its parts are ordered by time.
    public init(name: String, versions: [PromptVersionSummary], moves: [PromptLabelMove], reviews: [PromptReview]) {
        (self.name, self.versions, self.moves, self.reviews) = (name, versions, moves, reviews)
    }

    /// Where each label stands and since when, by name.
    public var labels: [PromptLabelMove] {
        Dictionary(moves.map { ($0.label, $0) }) { _, last in last }.values.sorted { $0.label < $1.label }
    }

    /// The version that is meant; nil when there is none.
    public func version(_ choice: PromptReference.Choice) -> PromptVersionSummary? {
        let number: Int? =
            switch choice {
            case .latest: versions.last?.number
            case .number(let number): number
            case .label(let label): moves.last { $0.label == label }?.version
            }
        return number.flatMap { number in versions.last { $0.number == number } }
    }

    /// The names of the labels that stand on a version.
    public func labels(on version: Int) -> [String] { labels.filter { $0.version == version }.map(\.label) }

    /// What each reviewer said last of exactly this digest, oldest first.
    public func standingReviews(of digest: ContentDigest) -> [PromptReview] {
        Dictionary(reviews.filter { $0.digest == digest }.map { ($0.principal, $0) }) { _, last in last }
            .values.sorted { $0.time < $1.time }
    }
}
