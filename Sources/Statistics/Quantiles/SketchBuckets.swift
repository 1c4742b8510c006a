/// The buckets of a sketch with a positive key: a sorted list while they are few, then a window of counters, one a key.
struct SketchBuckets: Sendable {
    /// A bucket that is not empty.
    struct Bucket: Sendable {
        var key: UInt16
        var count: Int64
    }

    /// Beyond so many buckets the list becomes a window.
    private static let longestList = 64
    /// A window grows by whole blocks, so that it rarely grows.
    private static let block = 64

    /// Ascending keys, no count is 0; empty once there is a window.
    private var list: [Bucket] = []
    /// The counters of the keys from `firstKey` on; empty as long as the list will do.
    private var window: [Int64] = []
    private var firstKey = 0

    /// Adds `count`, which may be negative, to the bucket `key` (1 … `BucketScale.lastKey`). Counts wrap around, so that
    /// whatever was added can be taken out again.
    @inline(__always)
    mutating func add(_ count: Int64, to key: Int) {
        let index = key &- firstKey
        if window.indices.contains(index) {
            window[index] &+= count
        } else {
            addElsewhere(count, to: key)
        }
    }

    @inline(never)
    private mutating func addElsewhere(_ count: Int64, to key: Int) {
        if window.isEmpty, list.count < Self.longestList || list.contains(where: { $0.key == key }) {
            addToList(count, key: key)
        } else {
            coverWithWindow(key)
            window[key - firstKey] &+= count
        }
    }

    private mutating func addToList(_ count: Int64, key: Int) {
        // Stored sketches come by ascending key: mostly there is nothing to search.
        var (low, high) = (list.last.map { $0.key < key } ?? true ? list.count : 0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].key < key { low = middle + 1 } else { high = middle }
        }
        if low < list.count, list[low].key == key {
            list[low].count &+= count
            if list[low].count == 0 { list.remove(at: low) }
        } else if count != 0 {
            list.insert(Bucket(key: UInt16(key), count: count), at: low)
        }
    }

    /// Makes the window reach `key` and everything that was there before.
    private mutating func coverWithWindow(_ key: Int) {
        var (low, high) = (key, key)
        forEach { key, _ in (low, high) = (min(low, key), max(high, key)) }
        low -= low % Self.block
        high += Self.block - high % Self.block
        var wider = [Int64](repeating: 0, count: high - low)
        forEach { key, count in wider[key - low] = count }
        (list, window, firstKey) = ([], wider, low)
    }

    /// Every bucket that is not empty, by ascending key.
    @inline(__always)
    func forEach(_ body: (_ key: Int, _ count: Int64) -> Void) {
        for bucket in list { body(Int(bucket.key), bucket.count) }
        for (index, count) in window.enumerated() where count != 0 { body(firstKey + index, count) }
    }

    /// The first key at which the counts from the lowest key up add to at least `rank`.
    func firstKey(reaching rank: Int64) -> Int? {
        var sum: Int64 = 0
        for bucket in list {
            sum &+= bucket.count
            if sum >= rank { return Int(bucket.key) }
        }
        for (index, count) in window.enumerated() {
            sum &+= count
            if sum >= rank { return firstKey + index }
        }
        return nil
    }

    /// The highest key with a positive count.
    var highestKey: Int? {
        if let bucket = list.last(where: { $0.count > 0 }) { return Int(bucket.key) }
        return window.lastIndex { $0 > 0 }.map { firstKey + $0 }
    }

    var isEmpty: Bool { list.isEmpty && window.allSatisfy { $0 == 0 } }

    /// How many buckets are not empty.
    var number: Int { list.count + window.count { $0 != 0 } }
}
