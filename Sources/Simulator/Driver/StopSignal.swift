import Dispatch
import Synchronization

/// Tells threads to end, also those that wait.
final class StopSignal: Sendable {
    private let stopped = Atomic(false)
    private let changed = DispatchSemaphore(value: 0)

    var isStopped: Bool { stopped.load(ordering: .acquiring) }

    func stop() {
        stopped.store(true, ordering: .releasing)
        changed.signal()
    }

    /// Waits, unless and until told to stop; returns whether it was.
    func wait(_ duration: Duration) -> Bool {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = Int(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000).partialValue
        let interval = DispatchTimeInterval.nanoseconds(nanoseconds &+ Int(attoseconds / 1_000_000_000))
        // The signal is passed on, for others who wait.
        if changed.wait(timeout: .now() + interval) == .success { changed.signal() }
        return isStopped
    }
}
