/// An attribute by which series of a metric are told apart, its value as text.
public struct MetricLabel: Hashable, Comparable, Sendable {
    public var key: String
    public var value: String

    /// `key` with `value`.
    public init(_ key: String, _ value: String) { (self.key, self.value) = (key, value) }

    public static func < (a: MetricLabel, b: MetricLabel) -> Bool { (a.key, a.value) < (b.key, b.value) }
}
