/// A question for the turns of a session.
public struct SessionQuery: Hashable, Sendable {
    public var session: String
    /// A moment at which the session was alive; turns are looked for around it.
    public var near: Timestamp
    /// At most so many turns, the nearest.
    public var limit: Int

    /// A question for the turns of `session` around `near`.
    public init(session: String, near: Timestamp, limit: Int = 20_000) {
        (self.session, self.near, self.limit) = (session, near, limit)
    }
}

/// The turns of a session.
public struct SessionDetail: Hashable, Sendable {
    public var session: String
    /// Oldest first.
    public var turns: [SessionTurn]
    /// False when there are, or may be, more turns than are given.
    public var isComplete: Bool

    /// A session of the given turns.
    public init(session: String, turns: [SessionTurn], isComplete: Bool = true) {
        (self.session, self.turns, self.isComplete) = (session, turns, isComplete)
    }
}

/// One turn of a session: the LLM calls of one trace that belong to the session.
public struct SessionTurn: Hashable, Sendable {
    public var traceID: TraceID
    /// The last call of the turn.
    public var spanID: SpanID
    /// From the start of the first call to the end of the last.
    public var start: Timestamp
    public var end: Timestamp
    public var calls: Int
    public var errors: Int
    /// The model of the last call.
    public var model: String?
    public var inputTokens: Int64?
    public var outputTokens: Int64?
    public var cost: Money?

    /// A turn with its identity; the rest is filled in by who reads it.
    public init(traceID: TraceID, spanID: SpanID, start: Timestamp, end: Timestamp) {
        (self.traceID, self.spanID, self.start, self.end) = (traceID, spanID, start, end)
        (calls, errors) = (0, 0)
    }
}
