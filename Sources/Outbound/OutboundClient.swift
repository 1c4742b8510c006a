/// A small HTTP client: many requests at once on one thread, connections kept alive, every answer bounded in time and size.
///
/// All its connections obey one policy, so that a connection opened for one request may serve another. When the last reference goes,
/// what is still under way ends with `OutboundError.closed`.
public final class OutboundClient: Sendable {
    private let policy: OutboundPolicy
    private let engine: Engine

    /// Creates a client and starts its thread.
    public init(policy: OutboundPolicy) {
        self.policy = policy
        engine = Engine(policy: policy)
        engine.start()
    }

    deinit { engine.close() }

    /// Sends a request and waits for the answer. Blocks the thread: not for use in tasks or on event loops.
    public func send(_ request: HTTPRequest) throws(OutboundError) -> HTTPResponse {
        try start(request).wait()
    }

    /// Sends a request; the answer can be waited for later, after other work.
    public func start(_ request: HTTPRequest) throws(OutboundError) -> PendingResponse {
        let exchange = try exchange(request)
        engine.submit(exchange)
        return PendingResponse(exchange: exchange, engine: engine)
    }

    /// Sends a request and suspends until the answer is there. Cancelling the task ends the request at once, with
    /// `OutboundError.cancelled`.
    public func response(to request: HTTPRequest) async throws(OutboundError) -> HTTPResponse {
        let exchange = try exchange(request)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.whenFinished { continuation.resume(returning: $0) }
                engine.submit(exchange)
            }
        } onCancel: {
            engine.cancel(exchange)
        }
        return try outcome.get()
    }

    /// Ends everything under way with `OutboundError.closed`, and answers every later request so.
    public func close() { engine.close() }

    private func exchange(_ request: HTTPRequest) throws(OutboundError) -> Exchange {
        let scheme = try request.checkedScheme()
        // A Unix socket is on this machine, whatever the URL says.
        guard policy.allows(scheme) || request.unixSocket != nil else { throw .protocolNotAllowed(scheme.rawValue) }
        return Exchange(request, scheme: scheme)
    }
}
