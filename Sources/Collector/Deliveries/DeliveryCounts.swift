import Synchronization

/// How many deliveries went how, by receiver.
final class DeliveryCounts: Sendable {
    /// What became of an attempt or a notification.
    enum Outcome: String, CaseIterable, Sendable {
        case delivered
        /// An attempt that failed.
        case failed
        /// A notification that was given up after its last attempt.
        case lost
    }

    private let counts = Mutex<[String: [Outcome: Int64]]>([:])

    func add(_ outcome: Outcome, _ receiver: String) {
        counts.withLock { $0[receiver, default: [:]][outcome, default: 0] += 1 }
    }

    /// The number since the process started.
    func value(_ outcome: Outcome, _ receiver: String) -> Int64 { counts.withLock { $0[receiver]?[outcome] ?? 0 } }
}
