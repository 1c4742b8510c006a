/// What a record of its own says of a call whose span may not say it: the details of an operation that were sent as an event, before
/// or after the span.
public struct CallSupplement: Hashable, Sendable {
    /// After repair.
    public var usage = TokenUsage()
    /// What had to be repaired.
    public var flags: TelemetryFlags = []
    public var provider: String?
    public var requestModel: String?
    public var responseModel: String?
    public var responseID: String?
    public var finishReasons: [String] = []

    /// Nothing.
    public init() {}
}

extension Call {
    /// Takes over what the call does not say itself. Doing so again changes nothing, and what the span says always counts: tokens are
    /// taken where it knows neither input nor output, parts of them also where input and output are the same.
    public mutating func add(_ supplement: CallSupplement) {
        provider = provider ?? supplement.provider
        requestModel = requestModel ?? supplement.requestModel
        responseModel = responseModel ?? supplement.responseModel
        responseID = responseID ?? supplement.responseID
        if finishReasons.isEmpty { finishReasons = supplement.finishReasons }
        if !usage.isKnown {
            let own = usage
            usage = supplement.usage
            usage.fillParts(from: own)
            flags.formUnion(supplement.flags)
        } else if usage.input == supplement.usage.input, usage.output == supplement.usage.output {
            usage.fillParts(from: supplement.usage)
        }
    }
}

extension TokenUsage {
    /// Takes over the parts that are not known.
    fileprivate mutating func fillParts(from other: TokenUsage) {
        cacheRead = cacheRead ?? other.cacheRead
        cacheWrite = cacheWrite ?? other.cacheWrite
        cacheWriteLong = cacheWriteLong ?? other.cacheWriteLong
        reasoning = reasoning ?? other.reasoning
        audioInput = audioInput ?? other.audioInput
        audioOutput = audioOutput ?? other.audioOutput
    }
}
