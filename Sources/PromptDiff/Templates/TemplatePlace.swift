/// A place in a template.
public struct TemplatePlace: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// From 1.
    public let line: Int
    /// In characters (Unicode scalars), from 1.
    public let column: Int

    /// A place in a template.
    public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

    public var description: String { "\(line):\(column)" }

    public static func < (a: TemplatePlace, b: TemplatePlace) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
