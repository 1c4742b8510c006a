import Synchronization

/// Settles once whether a request goes to the store or is withdrawn, for both sides in the same way.
final class Withdrawal: Sendable {
    private let state = Atomic<State>(.open)

    private enum State: UInt8, AtomicRepresentable {
        case open
        case withdrawn
        case settled
    }

    /// Whether it was withdrawn in time.
    var isWithdrawn: Bool { state.load(ordering: .relaxed) == .withdrawn }

    /// The client wants the request no more; false when it is too late for that.
    @discardableResult
    func withdraw() -> Bool { settle(.withdrawn) }

    /// From now on it is stored; false when it was withdrawn.
    func close() -> Bool { settle(.settled) }

    private func settle(_ outcome: State) -> Bool {
        state.compareExchange(expected: .open, desired: outcome, ordering: .relaxed).exchanged
    }
}
