/// A set of kinds of text that may not be kept.
public struct SensitiveKinds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The set of one kind.
    public init(_ kind: SensitiveKind) { rawValue = 1 << UInt16(kind.priority) }

    /// The set of `kinds`.
    public init(_ kinds: some Sequence<SensitiveKind>) {
        rawValue = kinds.reduce(0) { $0 | SensitiveKinds($1).rawValue }
    }

    /// Whether `kind` is in it.
    public func contains(_ kind: SensitiveKind) -> Bool { contains(SensitiveKinds(kind)) }

    /// Every kind.
    public static let all = SensitiveKinds(SensitiveKind.allCases)
    /// What gives access to something, and what names a person or an account beyond doubt.
    public static let usual: SensitiveKinds = all.subtracting([.personal])
    /// What may also be harmless, so that it is looked for only when asked: addresses on the network, telephone and social
    /// security numbers.
    public static let personal = SensitiveKinds([.ssn, .ipv4, .ipv6, .phone])
}
