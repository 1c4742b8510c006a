import Domain

extension Reader {
    /// The bytes under which a resource or scope is stored.
    mutating func encoded(_ pieces: Pieces, as shape: Shape) throws(WireFault) -> ByteSlice {
        guard let first = pieces.first else { return .empty }
        if pieces.joined.isEmpty { return pieces.cut ? try trimmed(first, as: shape) : first }
        guard pieces.cut else { return try append(pieces.joined) }
        return try append(
            pieces.joined.withUnsafeBufferPointer { (joined) throws(WireFault) in
                try Trimmer.trim(UnsafeRawBufferPointer(joined), as: shape, limits)
            })
    }

    /// A message of the request, written within the limits behind the request.
    mutating func trimmed(_ message: ByteSlice, as shape: Shape) throws(WireFault) -> ByteSlice {
        try append(Trimmer.trim(UnsafeRawBufferPointer(rebasing: bytes[message.range]), as: shape, limits))
    }
}
