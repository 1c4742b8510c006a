import Domain

extension JSON {
    /// The text of a string that says something; nil for an empty one and for any other kind.
    var said: String? { string.flatMap { $0.isEmpty ? nil : $0 } }
}
