/// What became of the items of a request.
public struct StoredCounts: Hashable, Sendable {
    /// Items that are new.
    public var stored = 0
    /// Items that were here before; they changed nothing.
    public var duplicates = 0
    /// Of those stored, how many belong to a day before the one on which they came.
    public var late = 0

    /// Nothing was stored.
    public init() {}

    static func += (a: inout StoredCounts, b: StoredCounts) {
        a.stored += b.stored
        a.duplicates += b.duplicates
        a.late += b.late
    }
}
