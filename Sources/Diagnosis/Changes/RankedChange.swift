import Domain

/// Something that changed, and how well it explains what is wrong.
public struct RankedChange: Hashable, Sendable {
    public var mark: Mark
    /// From 0 (nothing is wrong, or it has nothing to do with it) to 1 (all that is wrong is on its side and began with it).
    public var score: Double
    /// The split that it explains best; nil when it explains nothing.
    public var explanation: Split?

    /// The score in words: 0 nothing, 1 a little, 2 much, 3 this is it.
    public var weight: Int {
        switch score {
        case 0.55...: 3
        case 0.3..<0.55: 2
        case 0.12..<0.3: 1
        default: 0
        }
    }

    /// A change that explains nothing, unless told otherwise.
    public init(mark: Mark, score: Double = 0, explanation: Split? = nil) {
        (self.mark, self.score, self.explanation) = (mark, score, explanation)
    }
}
