/// What became of the items of a request.
public struct StoredCounts: Hashable, Sendable {
    /// Items that are new.
    public var stored = 0
    /// Items that were here before; they changed nothing.
    public var duplicates = 0
    /// Of those stored, how many belong to a day before the one on which they came.
    public var late = 0
    /// Data points of metrics that say something new.
    public var points = 0
    /// Data points that changed nothing: they were here before, or a later one was.
    public var repeatedPoints = 0
    /// Data points for which there was no room: of more series a day, streams a series or points a minute than are kept.
    public var droppedPoints = 0

    /// Nothing was stored.
    public init() {}

    static func += (a: inout StoredCounts, b: StoredCounts) {
        a.stored += b.stored
        a.duplicates += b.duplicates
        a.late += b.late
        a.points += b.points
        a.repeatedPoints += b.repeatedPoints
        a.droppedPoints += b.droppedPoints
    }
}
