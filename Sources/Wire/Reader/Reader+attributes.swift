import Domain

extension Reader {
    /// Reads one attribute of a span, event, link, resource, scope or log record whose attributes wait above `mark`, and
    /// keeps what the limits allow. Returns its key when it was kept.
    @inline(__always) @discardableResult
    mutating func attribute(_ message: Cursor, mark: Int) throws(WireFault) -> ByteSlice? {
        let (keptAttributes, keptValues) = (attributes.count, values.count)
        var (record, size) = try pair(message, depth: 0)
        let full = pendingAttributes.count &- mark >= limits.attributes
        let cut = full ? .dropped : limits.cut(&record, size: size, of: bytes)
        if cut != .nothing { flags.insert(.cut) }
        if cut == .dropped {
            attributes.truncate(to: keptAttributes)
            values.truncate(to: keptValues)
            return nil
        }
        pendingAttributes.append(record)
        try checkRecords(at: message.at)
        return record.key
    }
}
