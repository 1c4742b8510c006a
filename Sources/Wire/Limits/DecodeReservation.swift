import Synchronization

/// What one request has taken of a `DecodeBudget`. Keep it as long as the bytes of the request, or what was read from them, are held.
public final class DecodeReservation: Sendable {
    private let budget: DecodeBudget
    private let held = Atomic<Int>(0)

    init(of budget: DecodeBudget) { self.budget = budget }

    deinit { budget.give(held.load(ordering: .relaxed)) }

    /// Bytes that this request holds.
    public var count: Int { held.load(ordering: .relaxed) }

    /// Takes `count` more bytes.
    ///
    /// - Throws: `WireError.busy` when the budget has not so much left; nothing is taken then.
    public func take(_ count: Int) throws(WireError) {
        guard tryTake(count) else { throw .overloaded }
    }

    /// Takes `count` more bytes; false, and takes nothing, when the budget has not so much left.
    func tryTake(_ count: Int) -> Bool {
        guard budget.take(count) else { return false }
        held.wrappingAdd(count, ordering: .relaxed)
        return true
    }
}
