import Domain

/// What is taken out of telemetry before it is stored.
public struct RedactionSettings: Hashable, Sendable {
    /// Kinds of text that are masked wherever they stand.
    public var kinds = SensitiveKind.allCases.filter { SensitiveKinds.usual.contains($0) && $0 != .key }
    /// What is done with attributes by their keys, before the built-in rules.
    public var keys: [String: KeyAction] = [:]

    /// The defaults.
    public init() {}
}
