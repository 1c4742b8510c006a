import Synchronization

/// A request on its way to exactly one result, seen from any thread.
///
/// A cancellation may come before the request has been handed to the engine, while it waits there, while it runs, or after its end.
/// Whichever result is given first stays, so that a cancellation can neither be lost nor undo an answer.
final class Exchange: Sendable {
    typealias Outcome = Result<HTTPResponse, OutboundError>
    typealias Completion = @Sendable (Outcome) -> Void

    private enum State {
        case underWay(Completion?)
        case finished(Outcome)
    }

    let request: HTTPRequest
    let scheme: HTTPRequest.Scheme
    private let state = Mutex(State.underWay(nil))

    init(_ request: HTTPRequest, scheme: HTTPRequest.Scheme) {
        self.request = request
        self.scheme = scheme
    }

    /// Whether no more work is to be done for it.
    var isFinished: Bool {
        state.withLock { if case .finished = $0 { true } else { false } }
    }

    /// Calls back with the outcome once it is there; at once when it is there already. One callback an exchange.
    func whenFinished(_ completion: @escaping Completion) {
        let outcome: Outcome? = state.withLock { state in
            if case .finished(let outcome) = state { return outcome }
            state = .underWay(completion)
            return nil
        }
        if let outcome { completion(outcome) }
    }

    /// Gives the outcome, unless there is one.
    func finish(_ outcome: Outcome) {
        let completion: Completion? = state.withLock { state in
            guard case .underWay(let completion) = state else { return nil }
            state = .finished(outcome)
            return completion
        }
        completion?(outcome)
    }
}
