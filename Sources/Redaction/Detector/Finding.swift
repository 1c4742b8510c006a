import Domain

/// Where something stands in a text that may not be kept.
public struct Finding: Hashable, Sendable {
    public let kind: SensitiveKind
    /// Offsets of its bytes; both ends lie between scalars when the text is well-formed UTF-8.
    public let range: Range<Int>

    /// A finding of `kind` at `range`.
    public init(_ kind: SensitiveKind, _ range: Range<Int>) { (self.kind, self.range) = (kind, range) }
}
