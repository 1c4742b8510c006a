/// How far the simulated application has come with sending.
public struct ExportProgress: Sendable, Hashable {
    /// Spans that the collector acknowledged.
    public var spans = 0
    /// Evaluation results that the collector acknowledged.
    public var verdicts = 0
    /// Requests that were given up.
    public var failures = 0
    /// Why the last of them was.
    public var lastFailure: ExportError?
    /// How much of the history's time has been filled in, 0 to 1.
    public var history = 0.0

    /// Nothing sent yet.
    public init() {}
}
