/// A fixed table from keys known beforehand to values, asked with the bytes of a key as they stand in a request: no `String`, no
/// allocation. Open addressing at a quarter of the places; the hash reads the first and last eight bytes and the length, and every
/// match is compared in full, so no input is mistaken for a key.
struct ByteTable<Value: Sendable>: Sendable {
    private struct Entry {
        var offset: Int
        var count: Int
        var value: Value
    }

    private let bytes: [UInt8]
    private let entries: [Entry]
    /// Index of the entry at each place, plus one; 0 is free.
    private let places: [UInt16]
    private let longest: Int

    /// A table of `pairs`; of equal keys the first counts.
    init(_ pairs: [(key: StaticString, value: Value)]) {
        var bytes: [UInt8] = []
        var entries: [Entry] = []
        var size = 16
        while size < pairs.count * 4 { size *= 2 }
        var places = [UInt16](repeating: 0, count: size)
        for (key, value) in pairs {
            let offset = bytes.count
            key.withUTF8Buffer { bytes.append(contentsOf: $0) }
            entries.append(Entry(offset: offset, count: bytes.count - offset, value: value))
            var place = bytes[offset...].withUnsafeBytes { Self.hash($0) } & (size - 1)
            while places[place] != 0 { place = (place + 1) & (size - 1) }
            places[place] = UInt16(entries.count)
        }
        (self.bytes, self.entries, self.places) = (bytes, entries, places)
        longest = entries.map(\.count).max() ?? 0
    }

    /// The value of the key with these bytes.
    func value(of key: UnsafeRawBufferPointer) -> Value? {
        guard key.count <= longest else { return nil }
        var place = Self.hash(key) & (places.count - 1)
        while places[place] != 0 {
            let entry = entries[Int(places[place]) - 1]
            if entry.count == key.count, bytes[entry.offset..<entry.offset + entry.count].elementsEqual(key) {
                return entry.value
            }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    private static func hash(_ key: UnsafeRawBufferPointer) -> Int {
        var (head, tail): (UInt64, UInt64) = (0, 0)
        if key.count >= 8 {
            head = key.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
            tail = key.loadUnaligned(fromByteOffset: key.count - 8, as: UInt64.self)
        } else {
            for byte in key { head = head << 8 | UInt64(byte) }
        }
        let mixed = (head ^ (tail << 27 | tail >> 37) ^ UInt64(key.count)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 40)
    }
}
