/// A closed interval of real numbers.
public struct Interval: Hashable, Sendable, Codable {
    /// The smallest value in it.
    public let lower: Double
    /// The largest value in it.
    public let upper: Double

    /// The interval from `lower` to `upper`. Nil unless both are numbers and in order; infinite ends are allowed.
    public init?(lower: Double, upper: Double) {
        guard lower <= upper else { return nil }
        (self.lower, self.upper) = (lower, upper)
    }

    /// Whether `value` lies in it, ends included.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// `upper` − `lower`.
    public var width: Double { upper - lower }
}
