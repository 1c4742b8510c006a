import Domain

/// Where something stands in a text that may not be kept.
public struct Finding: Hashable, Sendable {
    public let kind: SensitiveKind
    /// Offsets of its bytes; both ends lie between scalars when the text is well-formed UTF-8.
    public let range: Range<Int>
    /// Whether a pseudonym is to stand in its place, where there are any, rather than a mark.
    public let isHashed: Bool

    /// A finding of `kind` at `range`.
    public init(_ kind: SensitiveKind, _ range: Range<Int>, isHashed: Bool = false) {
        (self.kind, self.range, self.isHashed) = (kind, range, isHashed)
    }
}
