/// The number of an evaluation run: the first of a store is 1.
public struct EvaluationRunID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// The number that digits spell; nil for any other text.
    public init?(_ text: some StringProtocol) {
        guard let number = Int64(text), number > 0, text.utf8.first != 0x2B else { return nil }
        self.init(rawValue: number)
    }

    public var description: String { String(rawValue) }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
