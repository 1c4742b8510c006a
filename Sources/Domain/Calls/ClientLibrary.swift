/// The library that wrote a span, as far as it names itself.
public struct ClientLibrary: Hashable, Sendable {
    public var name: String
    public var version: String?

    /// A library of that name and version; an empty version is none.
    public init(name: String, version: String?) {
        self.name = name
        self.version = version.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `name@version`.
    public var text: String { version.map { name + "@" + $0 } ?? name }
}
