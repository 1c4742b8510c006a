import Console
import Dispatch
import Synchronization

/// What comes in from the terminal, the reader and the clock, in the one order in which it came.
final class EventQueue: Sendable {
    /// Something for the main loop.
    enum Item: Sendable {
        case event(ConsoleEvent)
        /// The screen must be painted anew (after a resume).
        case repaint
        /// The program is to end: the terminal is gone or a signal asked for it.
        case end
    }

    private let items = Mutex<[Item]>([])
    private let signal = DispatchSemaphore(value: 0)

    func send(_ item: Item) {
        items.withLock { $0.append(item) }
        signal.signal()
    }

    /// All items that wait; waits for the first one until `seconds` have passed.
    func take(within seconds: Double) -> [Item] {
        _ = signal.wait(timeout: .now() + max(0, seconds))
        return items.withLock { items in
            defer { items.removeAll(keepingCapacity: true) }
            return items
        }
    }
}
