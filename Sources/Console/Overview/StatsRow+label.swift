import Domain

extension StatsRow {
    /// The name as it is shown: in words when there is nothing to see.
    var label: String { Self.label(of: name) }
    /// Whether the label is the console's own word.
    var isNamed: Bool { name == label }

    static func label(of name: String?) -> String {
        guard let name else { return "unknown" }
        return name.unicodeScalars.allSatisfy { $0.properties.isWhitespace } ? "(empty)" : name
    }
}
