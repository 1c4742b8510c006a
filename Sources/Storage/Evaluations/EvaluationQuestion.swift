import Domain

/// An item of a run with what an endpoint is sent to have it answered, or with the answer that was had elsewhere.
public struct EvaluationQuestion: Sendable {
    public var result: EvaluationResult
    /// The body of the request; nil when nothing is asked.
    public var request: JSON?
    /// Of endpoint and request; nil when nothing is asked.
    public var digest: ContentDigest?

    /// A question with nothing said to it, or a result.
    public init(_ result: EvaluationResult, request: JSON? = nil, digest: ContentDigest? = nil) {
        (self.result, self.request, self.digest) = (result, request, digest)
    }
}

/// A question that is to be asked.
public struct WaitingQuestion: Sendable {
    /// Within its run, from 0.
    public var position: Int64
    public var item: GoldenItem
    public var request: JSON
    public var digest: ContentDigest
}
