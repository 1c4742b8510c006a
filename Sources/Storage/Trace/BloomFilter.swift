/// Says of most hashes that they were never added, in one access to memory; of one in some five hundred that were not, it
/// cannot. Every hash has its six bits in one block of 512 (Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom
/// Filters", 2007).
struct BloomFilter {
    private(set) var words: [UInt64]

    /// An empty filter for about `capacity` hashes, 16 bits each.
    init(capacity: Int) {
        var blocks = 1
        while blocks * 32 < capacity { blocks *= 2 }
        words = [UInt64](repeating: 0, count: blocks * 8)
    }

    /// A filter that was stored; nil when its size cannot be.
    init?(words: [UInt64]) {
        guard words.count >= 8, words.count.nonzeroBitCount == 1 else { return nil }
        self.words = words
    }

    @inline(__always)
    mutating func insert(_ hash: UInt64) {
        let block = block(of: hash)
        var bits = StableHash.mix(hash)
        for _ in 0..<6 {
            words[block + Int(bits >> 6 & 7)] |= 1 << (bits & 63)
            bits >>= 9
        }
    }

    @inline(__always)
    func mayContain(_ hash: UInt64) -> Bool {
        let block = block(of: hash)
        var bits = StableHash.mix(hash)
        for _ in 0..<6 {
            if words[block + Int(bits >> 6 & 7)] & 1 << (bits & 63) == 0 { return false }
            bits >>= 9
        }
        return true
    }

    /// Index of the first word of the block of `hash`.
    @inline(__always)
    private func block(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash & UInt64(truncatingIfNeeded: words.count / 8 - 1)) * 8
    }
}
