/// A path with places for values, such as `/api/v1/feedback/{id}`.
struct PathTemplate: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    let description: String
    private let parts: [Substring]

    init(stringLiteral text: String) {
        description = text
        parts = text.split(separator: "/", omittingEmptySubsequences: false)
    }

    /// The names of the places.
    var names: [String] { parts.compactMap(Self.name) }

    /// The values that stand in the places of `path`; nil when it is another path.
    func match(_ path: Substring) -> [String: String]? {
        let given = path.split(separator: "/", omittingEmptySubsequences: false)
        guard given.count == parts.count else { return nil }
        var values: [String: String] = [:]
        for (part, text) in zip(parts, given) {
            if let name = Self.name(part) {
                guard !text.isEmpty else { return nil }
                values[name] = String(text)
            } else if part != text {
                return nil
            }
        }
        return values
    }

    private static func name(_ part: Substring) -> String? {
        part.hasPrefix("{") && part.hasSuffix("}") ? String(part.dropFirst().dropLast()) : nil
    }
}
