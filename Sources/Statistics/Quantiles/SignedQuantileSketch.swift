/// A quantile sketch of numbers that may be negative, such as sentiment: one sketch a side. Adds and subtracts exactly, as
/// `QuantileSketch` does.
public struct SignedQuantileSketch: Equatable, Sendable {
    /// The magnitudes of the numbers below 0.
    public private(set) var negative = QuantileSketch()
    /// The numbers from 0 up.
    public private(set) var positive = QuantileSketch()

    /// A sketch without numbers.
    public init() {}

    /// A sketch of the two sides.
    public init(negative: QuantileSketch = QuantileSketch(), positive: QuantileSketch) {
        (self.negative, self.positive) = (negative, positive)
    }

    /// Adds `value`, `count` times; a negative `count` takes it out. False, and nothing is added, when it is not finite.
    @discardableResult
    public mutating func add(_ value: Double, count: Int64 = 1) -> Bool {
        value < 0 ? negative.add(-value, count: count) : positive.add(value, count: count)
    }

    /// Adds all numbers of `other`.
    public mutating func merge(_ other: SignedQuantileSketch) {
        negative.merge(other.negative)
        positive.merge(other.positive)
    }

    /// Takes all numbers of `other` out.
    public mutating func subtract(_ other: SignedQuantileSketch) {
        negative.subtract(other.negative)
        positive.subtract(other.positive)
    }

    /// How many numbers there are.
    public var count: Int64 { negative.count &+ positive.count }
}
