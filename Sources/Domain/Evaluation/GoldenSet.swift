/// Questions with good answers, against which versions of a prompt are measured. Its content is its version.
public struct GoldenSet: Hashable, Sendable {
    public let name: String
    /// In the order of the file; ids are unique.
    public let items: [GoldenItem]
    /// Of all lines in the order of their ids: who moves lines does not make another set.
    public let digest: ContentDigest

    /// A set of the given items; nil when two have the same id.
    public init?(name: String, items: [GoldenItem]) {
        guard Set(items.map(\.id)).count == items.count else { return nil }
        (self.name, self.items) = (name, items)
        let lines = items.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.map(\.json.text)
        digest = ContentDigest(of: Array(lines.joined(separator: "\n").utf8))
    }

    /// By which runs name it.
    public var reference: GoldenSetReference {
        GoldenSetReference(name: name, digest: digest, count: items.count)
    }
}

/// A golden set as a run names it.
public struct GoldenSetReference: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    public let digest: ContentDigest
    /// How many items it has.
    public let count: Int

    /// The set `name` with the given content.
    public init(name: String, digest: ContentDigest, count: Int) {
        (self.name, self.digest, self.count) = (name, digest, count)
    }

    /// `name@` and eight digits, for people.
    public var description: String { "\(name)@\(digest.description.prefix(8))" }
}
