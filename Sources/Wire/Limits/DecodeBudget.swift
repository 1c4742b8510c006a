import Synchronization

/// The memory that all requests together may use while they are inflated and read. Shared by all connections.
public final class DecodeBudget: Sendable {
    /// Bytes that may be taken at a time.
    public let capacity: Int
    private let taken = Atomic<Int>(0)

    /// A budget of `capacity` bytes.
    public init(capacity: Int) { self.capacity = capacity }

    /// Bytes that are taken at this moment.
    public var used: Int { taken.load(ordering: .relaxed) }

    /// A share that is empty at first and goes back when the last reference to it goes.
    public func reservation() -> DecodeReservation { DecodeReservation(of: self) }

    /// Takes `count` bytes; false when there are not so many left.
    func take(_ count: Int) -> Bool {
        let before = taken.wrappingAdd(count, ordering: .relaxed).oldValue
        guard count > capacity - before else { return true }
        give(count)
        return false
    }

    func give(_ count: Int) { taken.wrappingSubtract(count, ordering: .relaxed) }
}
