import Dispatch
import Glibc
import Synchronization

/// SIGINT, SIGTERM and SIGHUP as something to wait for, so that a demo tidies up when it is ended early.
final class TerminationSignal {
    private let arrival = Arrival()
    private var sources: [any DispatchSourceSignal] = []

    init() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [arrival] in arrival.happen() }
            source.resume()
            sources.append(source)
        }
    }

    /// Calls `handler` when a signal comes, or now if one has come already.
    func onArrival(_ handler: @escaping @Sendable () -> Void) { arrival.handle(by: handler) }

    /// Waits so long, or until a signal comes.
    func wait(seconds: Double) { _ = arrival.signal.wait(timeout: .now() + seconds) }
}

/// Whether a signal has come, shared by the one who waits and the queue on which it comes.
private final class Arrival: Sendable {
    private struct State {
        var hasHappened = false
        var handler: (@Sendable () -> Void)?
    }

    let signal = DispatchSemaphore(value: 0)
    private let state = Mutex(State())

    func happen() {
        let handler = state.withLock { state in
            state.hasHappened = true
            return state.handler
        }
        handler?()
        signal.signal()
    }

    func handle(by handler: @escaping @Sendable () -> Void) {
        let hasHappened = state.withLock { state in
            state.handler = handler
            return state.hasHappened
        }
        if hasHappened { handler() }
    }
}
