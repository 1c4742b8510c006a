/// Where something stands in the bytes of a `TelemetryBatch`. Trivial on purpose: a request of 512 spans has some twenty
/// thousand of these, and none of them may cost a reference count or an allocation.
public struct ByteSlice: Hashable, Sendable {
    /// Offset of the first byte.
    public var offset: UInt32
    /// Number of bytes.
    public var count: UInt32

    /// The `count` bytes from `offset` on.
    public init(offset: UInt32, count: UInt32) { (self.offset, self.count) = (offset, count) }

    /// No bytes.
    public static let empty = ByteSlice(offset: 0, count: 0)
    /// Whether there are no bytes.
    public var isEmpty: Bool { count == 0 }
}
