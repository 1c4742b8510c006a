/// How often something was taken out of telemetry, by kind; never what it was.
public struct RedactionCounts: Hashable, Sendable {
    private var counts = [Int64](repeating: 0, count: SensitiveKind.allCases.count)

    /// Nothing was taken out.
    public init() {}

    /// How often something of `kind` was taken out.
    public subscript(kind: SensitiveKind) -> Int64 {
        get { counts[kind.priority] }
        set { counts[kind.priority] = newValue }
    }

    /// How often anything was taken out.
    public var total: Int64 { counts.reduce(0, &+) }

    /// Whether nothing was taken out.
    public var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

    /// The kinds of which something was taken out, with how often.
    public var nonzero: [(kind: SensitiveKind, count: Int64)] {
        SensitiveKind.allCases.compactMap { self[$0] == 0 ? nil : ($0, self[$0]) }
    }
}
