/// Gives pieces of text small numbers, so that they can be compared at once: the same number means the same bytes and the same kind.
struct SymbolTable {
    private struct Entry {
        let hash: UInt64
        let kind: UInt8
        /// Place of the bytes in the arena.
        let start: Int
        let end: Int
    }

    /// Indices of entries, -1 where there is none; a power of two of them, at most half in use.
    private var slots: [Int32]
    private var entries: [Entry] = []
    /// The bytes of all symbols.
    private var arena: [UInt8] = []
    /// Unknown outside, so that nobody can prepare texts whose pieces all fall into one place.
    private let seed = UInt64.random(in: 1 ... .max)

    /// A table that has room for `capacity` symbols and grows beyond.
    init(capacity: Int) {
        var size = 64
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: -1, count: size)
    }

    /// Number of symbols so far; they are numbered from 0.
    var count: Int { entries.count }

    /// The symbol of `bytes`.
    mutating func symbol(of bytes: UnsafeRawBufferPointer, kind: UInt8 = 0) -> Int32 {
        let hash = hash(bytes) &+ UInt64(kind)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash, entry.kind == kind, isSame(entry, bytes) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let symbol = Int32(truncatingIfNeeded: entries.count)
        entries.append(Entry(hash: hash, kind: kind, start: arena.count, end: arena.count + bytes.count))
        arena.append(contentsOf: bytes)
        slots[slot] = symbol
        if entries.count * 2 > slots.count { grow() }
        return symbol
    }

    private func isSame(_ entry: Entry, _ bytes: UnsafeRawBufferPointer) -> Bool {
        guard entry.end - entry.start == bytes.count else { return false }
        return arena.withUnsafeBytes { arena in
            for offset in 0..<bytes.count where arena[entry.start + offset] != bytes[offset] { return false }
            return true
        }
    }

    /// A hash under the secret seed: eight bytes at a time are mixed by a multiplication to 128 bits whose halves are folded.
    private func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < bytes.count {
            rest = rest << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return mix(hash ^ rest)
    }

    private func mix(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: seed | 1)
        return product.high ^ product.low
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index)
        }
    }
}
