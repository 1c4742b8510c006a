/// Sums of weights by hash: the hash is all that is asked for, so it is its own name.
struct FeatureWeights {
    private(set) var entries: [(hash: UInt64, sum: Double)] = []
    /// Open addressing: the place of an entry plus one, 0 where free. Never more than half full.
    private var slots: [UInt32]

    /// Room for about `expected` hashes.
    init(expected: Int) {
        var size = 64
        while size < expected { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        entries.reserveCapacity(size / 2)
    }

    @inline(__always)
    mutating func add(_ hash: UInt64, weight: Double) {
        let slot = slot(of: hash)
        let entry = Int(slots[slot]) - 1
        if entry >= 0 {
            entries[entry].sum += weight
        } else {
            entries.append((hash, weight))
            slots[slot] = UInt32(truncatingIfNeeded: entries.count)
            if entries.count * 2 > slots.count { grow() }
        }
    }

    /// The slot in which `hash` is or would be.
    @inline(__always)
    private func slot(of hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 8) & mask
        while slots[slot] > 0, entries[Int(slots[slot]) - 1].hash != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (place, entry) in entries.enumerated() {
            slots[slot(of: entry.hash)] = UInt32(truncatingIfNeeded: place + 1)
        }
    }
}
