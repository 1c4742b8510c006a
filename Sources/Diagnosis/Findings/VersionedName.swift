/// The two parts of `support-answer@r41`.
public struct VersionedName: Hashable, Sendable {
    /// What stands before the `@`; empty without one.
    public var family: String
    /// What follows it; all of the name without one.
    public var version: String

    /// The parts of `name`.
    public init(_ name: String) {
        guard let at = name.lastIndex(of: "@"), at != name.startIndex, name.index(after: at) != name.endIndex else {
            (family, version) = ("", name)
            return
        }
        (family, version) = (String(name[..<at]), String(name[name.index(after: at)...]))
    }
}
