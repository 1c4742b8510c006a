/// What became of a data point of a metric.
enum PointOutcome: String, CaseIterable, Sendable {
    /// It says something new and is in the store.
    case stored
    /// It changed nothing: it was in the store before, or a later one was.
    case repeated
    /// It is of a metric that is not kept, or says that nothing was measured.
    case ignored
    /// It is not what it claims to be.
    case refused
    /// There was no room for its series.
    case dropped
}
