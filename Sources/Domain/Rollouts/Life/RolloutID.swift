/// The number of a rollout; given out once in the life of a store.
public struct RolloutID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: Int64

    /// The rollout with the given number.
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// The number that decimal digits spell; nil for anything else and for numbers below 1.
    public init?(_ text: some StringProtocol) {
        guard let number = Int64(text), number > 0, String(number) == text else { return nil }
        self.init(rawValue: number)
    }

    public var description: String { String(rawValue) }
    public static func < (a: RolloutID, b: RolloutID) -> Bool { a.rawValue < b.rawValue }
}
