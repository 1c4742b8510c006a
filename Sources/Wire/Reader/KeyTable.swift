import Domain

/// The keys of one list of attributes, to notice one that stands twice. A hash table of fixed size that is emptied by
/// counting up a generation, so that a list costs nothing but its keys.
struct KeyTable {
    /// Twice the number of keys that a list may have, so that probing ends soon.
    private static let slots = 2_048

    private struct Slot {
        var generation: UInt32 = 0
        var key = ByteSlice.empty
    }

    /// Empty until the first list begins.
    private var table: [Slot] = []
    private var generation = UInt32.max
    private var count = 0
    /// Not known to who sends the keys, so that nobody can choose keys that collide.
    private let seed = UInt64.random(in: .min ... .max)

    /// Begins a new list.
    mutating func removeAll() {
        count = 0
        generation &+= 1
        if generation == 0 {
            table = [Slot](repeating: Slot(), count: KeyTable.slots)
            generation = 1
        }
    }

    /// Whether `key` was not there before. Says yes to every key once half the table is taken.
    mutating func insert(_ key: ByteSlice, of bytes: UnsafeRawBufferPointer) -> Bool {
        guard count < table.count / 2 else { return true }
        let wanted = UnsafeRawBufferPointer(rebasing: bytes[key.range])
        var index = Int(truncatingIfNeeded: hash(wanted)) & (KeyTable.slots - 1)
        while table[index].generation == generation {
            let other = table[index].key
            if other.count == key.count, wanted.elementsEqual(bytes[other.range]) { return false }
            index = (index &+ 1) & (KeyTable.slots - 1)
        }
        table[index] = Slot(generation: generation, key: key)
        count &+= 1
        return true
    }

    /// Multiply and fold, eight bytes at a time (the scheme of wyhash).
    private func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        var at = 0
        while at < bytes.count {
            var word: UInt64 = 0
            if bytes.count &- at >= 8 {
                word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            } else if bytes.count >= 8 {
                word = bytes.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self)
            } else {
                for byte in bytes { word = word &<< 8 | UInt64(byte) }
            }
            let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            state = product.high ^ product.low ^ seed
            at &+= 8
        }
        return state ^ state &>> 32
    }
}
