import Dispatch
import Synchronization
import Terminal

/// Keeps the events of a terminal, and waits for one without sleeping.
final class EventRecorder: Sendable {
    private let recorded = Mutex<[InputEvent]>([])
    private let arrival = DispatchSemaphore(value: 0)

    var events: [InputEvent] { recorded.withLock { $0 } }

    func record(_ event: InputEvent) {
        recorded.withLock { $0.append(event) }
        arrival.signal()
    }

    /// True when the event is there, or comes within five seconds.
    func wait(for event: InputEvent) -> Bool {
        while !events.contains(event) {
            guard arrival.wait(timeout: .now() + 5) == .success else { return false }
        }
        return true
    }
}
