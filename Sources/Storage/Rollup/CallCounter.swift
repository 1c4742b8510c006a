import Synchronization

/// The totals, counted by the thread that writes and read by all.
final class CallCounter: Sendable {
    private let totals = Mutex(CallTotals())

    var snapshot: CallTotals { totals.withLock { $0 } }

    func update(_ body: (inout CallTotals) -> Void) { totals.withLock { body(&$0) } }
}
