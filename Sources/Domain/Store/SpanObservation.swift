/// A span with what it means and costs.
public struct SpanObservation: Sendable {
    public var span: Span
    public var call: Call
    /// Computed from the price table; nil when there is no price or no usage.
    public var computedCost: Money?
    /// The start by which it is filed: the span's own, or the time of receipt when that cannot be (flag `.time`).
    public var start: Timestamp
    /// The end by which it is filed.
    public var end: Timestamp
    /// How long it took; nil when it ended before it began (flag `.clock`) or its times cannot be.
    public var duration: Nanoseconds?
    /// Flags of the wire and of the conventions together.
    public var flags: TelemetryFlags
    /// Of a call, the library that wrote it and how the model was asked to answer: when they change, that is worth a mark.
    public var client: ClientLibrary?
    public var parameters: CallParameters?

    /// A span with everything that was found out about it.
    public init(
        span: Span, call: Call, computedCost: Money?, start: Timestamp, end: Timestamp, duration: Nanoseconds?,
        flags: TelemetryFlags
    ) {
        (self.span, self.call, self.computedCost) = (span, call, computedCost)
        (self.start, self.end, self.duration, self.flags) = (start, end, duration, flags)
    }

    /// Computed, else reported by the client, else nil.
    public var cost: Money? { computedCost ?? call.reportedCost }
    /// Where `cost` comes from.
    public var costSource: CostSource? { computedCost != nil ? .computed : call.reportedCost != nil ? .reported : nil }
}
