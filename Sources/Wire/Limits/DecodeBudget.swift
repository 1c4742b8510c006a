import Synchronization

/// The memory that all requests together may use while they are inflated and read. Shared by all connections.
public final class DecodeBudget: Sendable {
    /// Bytes that may be taken at a time.
    public let capacity: Int
    private let taken = Atomic<Int>(0)

    /// A budget of `capacity` bytes; RELIABILITY.md's default is 256 MiB.
    public init(capacity: Int) { self.capacity = capacity }

    /// Bytes that are taken at this moment.
    public var used: Int { taken.load(ordering: .relaxed) }

    /// A share that is empty at first and goes back when the last reference to it goes.
    public func reservation() -> DecodeReservation { DecodeReservation(of: self) }

    fileprivate func take(_ count: Int) -> Bool {
        let before = taken.wrappingAdd(count, ordering: .relaxed).oldValue
        guard count > capacity - before else { return true }
        give(count)
        return false
    }

    fileprivate func give(_ count: Int) { taken.wrappingSubtract(count, ordering: .relaxed) }
}

/// What one request has taken of a `DecodeBudget`. Keep it as long as the bytes of the request are held.
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
        guard budget.take(count) else { throw .busy("too many requests are being read at this moment") }
        held.wrappingAdd(count, ordering: .relaxed)
    }
}
