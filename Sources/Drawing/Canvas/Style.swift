/// What a cell means, from which a theme makes colours.
public struct Style: Hashable, Sendable {
    /// What the letters mean.
    public var role: Role
    /// What the cell lies on, such as a selection; its background shows through.
    public var ground: Role?
    /// Attributes added to those of the theme.
    public var attributes: Attributes

    /// A meaning, attributes, and what it lies on.
    public init(_ role: Role, _ attributes: Attributes = [], on ground: Role? = nil) {
        self.role = role
        self.ground = ground
        self.attributes = attributes
    }

    /// Ordinary text.
    public static let text = Style(.text)
    /// Text of less weight.
    public static let muted = Style(.textMuted)

    /// The same style lying on `ground`.
    public func on(_ ground: Role?) -> Style { Style(role, attributes, on: ground) }
}
