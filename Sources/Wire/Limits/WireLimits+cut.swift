import Domain

extension WireLimits {
    /// What the limits took from an attribute.
    enum Cut {
        case nothing
        /// Its text or bytes lost their end.
        case shortened
        /// It is to be left out.
        case dropped
    }

    /// Shortens the value of an attribute to what the limits allow.
    ///
    /// - Parameter size: bytes of the encoded value. Arrays and lists that are too large are dropped whole: half of one
    ///   would be read as something else.
    func cut(_ attribute: inout AttributeRecord, size: Int, of bytes: UnsafeRawBufferPointer) -> Cut {
        guard Int(attribute.key.count) <= key else { return .dropped }
        guard size > value else { return .nothing }
        let limit = ContentKeys.contains(UnsafeRawBufferPointer(rebasing: bytes[attribute.key.range])) ? content : value
        return cut(&attribute.value, size: size, to: limit, of: bytes)
    }

    /// Whether an attribute is so small that nothing is ever taken from it.
    func keeps(_ attribute: Cursor) -> Bool { Int(attribute.rest.count) <= min(key, value) }

    /// Shortens a value to `limit` bytes.
    func cut(_ value: inout ValueRecord, size: Int, to limit: Int, of bytes: UnsafeRawBufferPointer) -> Cut {
        switch value {
        case .string(let slice) where Int(slice.count) > limit:
            value = .string(slice.shortened(to: limit, of: bytes))
            return .shortened
        case .bytes(let slice) where Int(slice.count) > limit:
            value = .bytes(ByteSlice(at: Int(slice.offset), count: limit))
            return .shortened
        case .array where size > limit, .keyValueList where size > limit: return .dropped
        default: return .nothing
        }
    }
}

extension ByteSlice {
    /// The beginning of a text, at most `limit` bytes, not ending within a scalar.
    fileprivate func shortened(to limit: Int, of bytes: UnsafeRawBufferPointer) -> ByteSlice {
        let text = UnsafeRawBufferPointer(rebasing: bytes[range])
        var end = limit
        while end > max(0, limit - 3), text[end] & 0xC0 == 0x80 { end -= 1 }
        return ByteSlice(at: Int(offset), count: text[end] & 0xC0 == 0x80 ? limit : end)
    }
}
