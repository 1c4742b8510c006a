import Dispatch
import Synchronization

/// An answer that is on its way.
public struct PendingResponse: Sendable {
    let exchange: Exchange
    let engine: Engine

    /// Waits for the answer. Blocks the thread: not for use in tasks or on event loops. One wait an answer.
    public func wait() throws(OutboundError) -> HTTPResponse {
        let outcome = Mutex<Exchange.Outcome>(.failure(.closed))
        let finished = DispatchSemaphore(value: 0)
        exchange.whenFinished { result in
            outcome.withLock { $0 = result }
            finished.signal()
        }
        finished.wait()
        return try outcome.withLock { $0 }.get()
    }

    /// Ends the request now; whoever waits gets `OutboundError.cancelled`. Does nothing once the answer is there.
    public func cancel() { engine.cancel(exchange) }
}
