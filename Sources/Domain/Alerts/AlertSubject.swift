/// What an alert is about: the values by which its rule is split. Empty for a rule that is not split.
public struct AlertSubject: Hashable, Sendable {
    /// In the order of the rule's `by`; nil where the calls say nothing.
    public var labels: [Label]

    /// One dimension and its value.
    public struct Label: Hashable, Sendable {
        public var dimension: Dimension
        public var value: String?
        /// A label.
        public init(_ dimension: Dimension, _ value: String?) { (self.dimension, self.value) = (dimension, value) }
    }

    /// A subject of the given labels.
    public init(_ labels: [Label] = []) { self.labels = labels }

    /// The value of `dimension`; nil when it is not among the labels or nothing is said.
    public subscript(dimension: Dimension) -> String? { labels.first { $0.dimension == dimension }?.value ?? nil }
}
