import Domain

extension AlertSubject {
    /// The subject that the key of a group says.
    init(_ by: [Dimension], _ key: [String?]) { self.init(zip(by, key).map { Label($0, $1) }) }

    /// Orders subjects of one rule, so that the same input gives the same output.
    var sortKey: String { labels.map { $0.value ?? "\u{1}" }.joined(separator: "\u{0}") }
}
