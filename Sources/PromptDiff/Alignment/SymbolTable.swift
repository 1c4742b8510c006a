/// Gives pieces of text small numbers, so that they can be compared at once: the same number means the same bytes and the same kind.
///
/// Bytes are hashed with the seed of the process, so that nobody can prepare texts whose pieces all fall into one place.
struct SymbolTable {
    private struct Entry {
        let hash: Int
        let kind: UInt8
        let start: Int
        let end: Int
    }

    /// Indices of entries, -1 where there is none; a power of two of them, at most half in use.
    private var slots: [Int32]
    private var entries: [Entry] = []
    /// The bytes of all symbols.
    private var arena: [UInt8] = []

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
        var hasher = Hasher()
        hasher.combine(bytes: bytes)
        hasher.combine(kind)
        let hash = hasher.finalize()
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash, entry.kind == kind, entry.end - entry.start == bytes.count,
                arena[entry.start..<entry.end].elementsEqual(bytes)
            {
                return slots[slot]
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let symbol = Int32(truncatingIfNeeded: entries.count)
        entries.append(Entry(hash: hash, kind: kind, start: arena.count, end: arena.count + bytes.count))
        arena.append(contentsOf: bytes)
        slots[slot] = symbol
        if entries.count * 2 > slots.count { grow() }
        return symbol
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = entry.hash & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index)
        }
    }
}
