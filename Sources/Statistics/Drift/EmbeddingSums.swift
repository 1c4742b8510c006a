/// The sums of the features of many embeddings, in buckets by session: all that is kept of a window, however many embeddings it had.
/// Adding sums is adding windows, in any order (but for the rounding of additions).
public struct EmbeddingSums: Hashable, Sendable, Codable {
    /// How many buckets sessions are spread over.
    public static let buckets = 32

    /// The length of the embeddings, d.
    public let dimension: Int
    /// F: the number of waves.
    public let frequencies: Int
    /// How many embeddings are in each bucket.
    public private(set) var counts: [Int]
    /// By bucket: d sums of x/‖x‖, F of cos ω·x, F of sin ω·x (without the 1/√F).
    public private(set) var sums: [Double]

    /// Nothing added yet.
    public init(for features: EmbeddingFeatures) {
        (dimension, frequencies) = (features.dimension, features.frequencies)
        counts = [Int](repeating: 0, count: Self.buckets)
        sums = [Double](repeating: 0, count: Self.buckets * (features.dimension + 2 * features.frequencies))
    }

    /// Sums as they were kept: `counts` of all buckets, and their sums one after the other.
    init(dimension: Int, frequencies: Int, counts: [Int], sums: [Double]) {
        (self.dimension, self.frequencies, self.counts, self.sums) = (dimension, frequencies, counts, sums)
    }

    /// How many numbers a bucket has.
    var width: Int { dimension + 2 * frequencies }

    /// How many embeddings there are.
    public var count: Int { counts.reduce(0, &+) }

    /// How many buckets have any.
    public var filledBuckets: Int { counts.count { $0 > 0 } }

    /// Adds one embedding of a session. The bucket is `session` modulo `buckets`, so a hash of the session's name is to be given. False,
    /// and nothing changes, when the embedding or the features have another length or a number is not finite.
    @discardableResult
    public mutating func add(_ embedding: [Float], session: UInt64, features: EmbeddingFeatures) -> Bool {
        add(rows: embedding, sessions: [session], features: features)
    }

    /// Adds embeddings one after the other in `rows`, one for each of `sessions`; several at once are faster. False, and nothing changes,
    /// when the numbers do not fit together or one is not finite.
    @discardableResult
    public mutating func add(rows: [Float], sessions: [UInt64], features: EmbeddingFeatures) -> Bool {
        guard features.dimension == dimension, features.frequencies == frequencies,
            rows.count == sessions.count * dimension, sums.count == Self.buckets * width, rows.allSatisfy(\.isFinite)
        else { return false }
        let buckets = sessions.map { Int($0 % UInt64(Self.buckets)) }
        let order = buckets.indices.sorted { (buckets[$0], $0) < (buckets[$1], $1) }
        rows.withUnsafeBufferPointer { rows in
            guard let base = rows.baseAddress else { return }
            var start = 0
            while start < order.count {
                // Four embeddings of one bucket at a time, then what is left one by one.
                let bucket = buckets[order[start]]
                let next = order[start..<min(start + 4, order.count)]
                if next.count == 4, next.allSatisfy({ buckets[$0] == bucket }) {
                    addFour(next.map { base + $0 * dimension }, bucket: bucket, features: features)
                    start += 4
                } else {
                    addOne(base + order[start] * dimension, bucket: bucket, features: features)
                    start += 1
                }
            }
        }
        return true
    }

    private mutating func addFour(_ x: [UnsafePointer<Float>], bucket: Int, features: EmbeddingFeatures) {
        for row in x { addDirection(row, bucket: bucket) }
        let d = dimension
        addWaves(bucket: bucket, features: features) { weights in
            let phases = WaveKernel.phases(weights, dimension: d, x[0], x[1], x[2], x[3])
            let (a, b) = (WaveKernel.cosineAndSine(phases.0), WaveKernel.cosineAndSine(phases.1))
            let (c, d) = (WaveKernel.cosineAndSine(phases.2), WaveKernel.cosineAndSine(phases.3))
            return ((a.cosine + b.cosine) + (c.cosine + d.cosine), (a.sine + b.sine) + (c.sine + d.sine))
        }
    }

    private mutating func addOne(_ x: UnsafePointer<Float>, bucket: Int, features: EmbeddingFeatures) {
        addDirection(x, bucket: bucket)
        let d = dimension
        addWaves(bucket: bucket, features: features) { weights in
            WaveKernel.cosineAndSine(WaveKernel.phase(weights, dimension: d, x))
        }
    }

    private mutating func addDirection(_ row: UnsafePointer<Float>, bucket: Int) {
        counts[bucket] &+= 1
        let scale = Self.inverseLength(row, dimension)
        let start = bucket * width
        for k in 0..<dimension { sums[start + k] += Double(row[k]) * scale }
    }

    /// Adds what `waves` says of each block of weights.
    @inline(__always)
    private mutating func addWaves(
        bucket: Int, features: EmbeddingFeatures,
        _ waves: (UnsafePointer<SIMD8<Float>>) -> (cosine: SIMD8<Float>, sine: SIMD8<Float>)
    ) {
        let (d, f, start) = (dimension, frequencies, bucket * width)
        features.weights.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            for block in 0..<(f + 7) / 8 {
                let (cosine, sine) = waves(weights + block * d)
                for lane in 0..<min(8, f - block * 8) {
                    sums[start + d + block * 8 + lane] += Double(cosine[lane])
                    sums[start + d + f + block * 8 + lane] += Double(sine[lane])
                }
            }
        }
    }

    /// 1/‖x‖; 0 for the zero vector.
    private static func inverseLength(_ row: UnsafePointer<Float>, _ dimension: Int) -> Double {
        var square = 0.0
        for k in 0..<dimension { square += Double(row[k]) * Double(row[k]) }
        return square > 0 ? 1 / square.squareRoot() : 0
    }

    /// Adds another window with the same features. False, and nothing changes, when its numbers are of other lengths.
    @discardableResult
    public mutating func merge(_ other: EmbeddingSums) -> Bool {
        guard other.dimension == dimension, other.frequencies == frequencies, other.sums.count == sums.count else {
            return false
        }
        for (index, count) in zip(counts.indices, other.counts) { counts[index] &+= count }
        for (index, sum) in zip(sums.indices, other.sums) { sums[index] += sum }
        return true
    }
}
