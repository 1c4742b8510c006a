/// Names of fields, outermost first, as an error message says them.
enum FieldPath {
    /// Leaves room for the rest of a message of at most 200 bytes.
    private static let limit = 100

    /// For example `resourceSpans.scopeSpans.spans.attributes`; what is too deep to be said is left out.
    static func text(_ names: [StaticString]) -> String {
        var text = ""
        for name in names {
            guard text.utf8.count + 1 + name.utf8CodeUnitCount <= limit else { break }
            text += (text.isEmpty ? "" : ".") + name.description
        }
        return text
    }
}
