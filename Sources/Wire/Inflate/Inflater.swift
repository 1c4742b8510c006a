import CZlib

/// Inflates a gzip body as it arrives, chunk by chunk. Several members, one after the other, are one body (RFC 1952, 2.2);
/// anything else behind a member is an error.
///
/// Not to be used from two threads at a time. After an error it is of no more use.
public final class Inflater {
    private static let blockSize = 32 << 10

    private let stream: OpaquePointer?
    private let limit: Int
    private let reservation: DecodeReservation
    private let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Inflater.blockSize, alignment: 16)
    private var output: [UInt8] = []
    /// Bytes of memory that `output` has and that were taken from the budget.
    private var capacity = 0
    private var isBetweenMembers = false

    /// An inflater of at most `limit` bytes.
    ///
    /// - Parameter reservation: what the inflated bytes are charged to; keep it as long as the bytes.
    public init(limit: Int, reservation: DecodeReservation) {
        stream = headframe_inflater_create()
        (self.limit, self.reservation) = (limit, reservation)
    }

    deinit {
        headframe_inflater_destroy(stream)
        block.deallocate()
    }

    /// Inflates the next part of the body.
    ///
    /// - Throws: `WireError.malformed` when it is not gzip, `.tooLarge` as soon as there are more bytes than the limit, `.busy`
    ///   when the budget is used up.
    public func write(_ chunk: [UInt8]) throws(WireError) {
        try chunk.withUnsafeBufferPointer { (bytes) throws(WireError) in try write(UnsafeRawBufferPointer(bytes)) }
    }

    /// Inflates the next part of the body; see `write(_: [UInt8])`.
    public func write(_ chunk: UnsafeRawBufferPointer) throws(WireError) {
        guard let stream else { throw .busy("there is no memory to inflate the body") }
        var input = chunk[...]
        // Another round without input as long as the block was filled: there may be more output waiting.
        var isFull = false
        while !input.isEmpty || isFull {
            if isBetweenMembers, !input.isEmpty {
                headframe_inflater_reset(stream)
                isBetweenMembers = false
            }
            var (consumed, produced) = (0, 0)
            let part = UnsafeRawBufferPointer(rebasing: input)
            let status = headframe_inflater_step(
                stream, part.baseAddress, part.count, &consumed, block.baseAddress, block.count, &produced)
            input = input.dropFirst(consumed)
            isFull = produced == block.count
            try append(produced)
            switch status {
            case HEADFRAME_INFLATE_MORE where consumed > 0 || produced > 0 || input.isEmpty: break
            case HEADFRAME_INFLATE_MEMBER_END: (isBetweenMembers, isFull) = (true, false)
            case HEADFRAME_INFLATE_NO_MEMORY: throw .busy("there is no memory to inflate the body")
            default: throw .malformed("the body is not gzip, or it is damaged")
            }
        }
    }

    /// The inflated body, when all of it was written.
    ///
    /// - Throws: `WireError.malformed` when the end is missing.
    public func finish() throws(WireError) -> [UInt8] {
        guard isBetweenMembers else { throw .malformed("the gzip body ends too early") }
        return output
    }

    private func append(_ count: Int) throws(WireError) {
        guard count > 0 else { return }
        let needed = output.count + count
        guard needed <= limit else { throw .tooLarge("the inflated body is larger than \(limit) bytes") }
        if needed > capacity {
            let wanted = min(max(needed, capacity * 2), limit)
            try reservation.take(wanted - capacity)
            capacity = wanted
            output.reserveCapacity(wanted)
        }
        output.append(contentsOf: block[..<count])
    }
}
