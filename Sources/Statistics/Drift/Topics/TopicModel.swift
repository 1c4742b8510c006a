import Glibc

/// Clusters of texts by what they are about, fitted once and then frozen, so that the share of each can be compared over time.
///
/// Spherical k-means on unit vectors (Dhillon and Modha, "Concept decompositions for large sparse text data using clustering", Machine
/// Learning 2001), begun as k-means++ does.
public struct TopicModel: Equatable, Sendable, Codable {
    /// A text whose nearest cluster is less alike than this belongs to none.
    public static let leastLikeness: Float = 0.25
    /// The name of what belongs to no cluster.
    public static let new = "new"

    /// Unit vectors, one a cluster.
    public let centroids: [[Float]]
    /// What the texts of each cluster have more often than others: its name. All different.
    public let names: [String]

    /// Fits at most `clusters` clusters to `vectors`, which are of one length; `words` are those of the same texts. Nil unless there are
    /// at least twice as many texts as clusters and all fits together.
    public init?(vectors: [[Float]], words: [Set<String>], clusters: Int = 32, seed: UInt64) {
        guard clusters > 1, vectors.count >= 2 * clusters, vectors.count == words.count,
            let dimension = vectors.first?.count, dimension > 0, vectors.allSatisfy({ $0.count == dimension })
        else { return nil }
        var generator = SplitMix64(seed: seed)
        var centroids = Self.start(vectors, clusters, &generator)
        var assigned = [Int](repeating: 0, count: vectors.count)
        for _ in 0..<20 {
            var hasChanged = false
            for (index, vector) in vectors.enumerated() {
                let nearest = Self.nearest(vector, centroids).cluster
                if nearest != assigned[index] { (assigned[index], hasChanged) = (nearest, true) }
            }
            var sums = centroids.map { [Float](repeating: 0, count: $0.count) }
            for (vector, cluster) in zip(vectors, assigned) {
                for place in vector.indices { sums[cluster][place] += vector[place] }
            }
            centroids = zip(sums, centroids).map { Self.unit($0) ?? $1 }
            if !hasChanged { break }
        }
        self.centroids = centroids
        names = Self.names(words, assigned, centroids.count)
    }

    /// Clusters as they were kept. Nil unless there are any, all of one length, with a name each.
    public init?(centroids: [[Float]], names: [String]) {
        guard let dimension = centroids.first?.count, dimension > 0, centroids.allSatisfy({ $0.count == dimension }),
            names.count == centroids.count
        else { return nil }
        (self.centroids, self.names) = (centroids, names)
    }

    /// The name of the cluster to which `vector` belongs; `new` when it is like none of them. Nil for another length or the zero vector.
    public func name(of vector: [Float]) -> String? {
        guard vector.count == centroids.first?.count, vector.contains(where: { $0 != 0 }) else { return nil }
        let nearest = Self.nearest(vector, centroids)
        return nearest.likeness < Self.leastLikeness || !names.indices.contains(nearest.cluster)
            ? Self.new : names[nearest.cluster]
    }

    private static func nearest(_ vector: [Float], _ centroids: [[Float]]) -> (cluster: Int, likeness: Float) {
        var best: (Int, Float) = (0, -2)
        for (cluster, centroid) in centroids.enumerated() {
            let likeness = product(vector, centroid)
            if likeness > best.1 { best = (cluster, likeness) }
        }
        return best
    }

    static func product(_ a: [Float], _ b: [Float]) -> Float {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                var sum = SIMD8<Float>.zero
                let count = min(a.count, b.count)
                let whole = count & ~7
                for place in stride(from: 0, to: whole, by: 8) {
                    var (x, y) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
                    for lane in 0..<8 { (x[lane], y[lane]) = (a[place + lane], b[place + lane]) }
                    sum += x * y
                }
                var rest: Float = 0
                for place in whole..<count { rest += a[place] * b[place] }
                return sum.sum() + rest
            }
        }
    }

    /// Each next centre is drawn among the vectors, those far from all centres so far more often.
    private static func start(_ vectors: [[Float]], _ clusters: Int, _ generator: inout SplitMix64) -> [[Float]] {
        var centroids = [vectors[generator.index(below: vectors.count)]]
        var distances = vectors.map { max(0, 1 - product($0, centroids[0])) }
        while centroids.count < clusters {
            let total = distances.reduce(0, +)
            guard total > 0 else { break }
            var left = Float(generator.unit()) * total
            let place = distances.firstIndex { distance in
                left -= distance
                return left < 0
            }
            let chosen = vectors[place ?? vectors.count - 1]
            centroids.append(chosen)
            for index in vectors.indices {
                distances[index] = min(distances[index], max(0, 1 - product(vectors[index], chosen)))
            }
        }
        return centroids
    }

    private static func unit(_ vector: [Float]) -> [Float]? {
        let length = product(vector, vector).squareRoot()
        return length > 0 ? vector.map { $0 / length } : nil
    }

    private static func names(_ words: [Set<String>], _ assigned: [Int], _ clusters: Int) -> [String] {
        var all: [String: Int] = [:]
        var counts = [[String: Int]](repeating: [:], count: clusters)
        for (words, cluster) in zip(words, assigned) {
            for word in words {
                all[word, default: 0] += 1
                counts[cluster][word, default: 0] += 1
            }
        }
        var taken: Set<String> = [new]
        return counts.enumerated().map { cluster, inside in
            let outside = all.filter { inside[$0.key] != nil }.mapValues { $0 }
                .reduce(into: [String: Int]()) { $0[$1.key] = $1.value - (inside[$1.key] ?? 0) }
            let ranked = WordShift.ranking(reference: outside, current: inside)
                .filter { $0.word.unicodeScalars.count > 2 || $0.word.utf8.count > 3 }
            var name = ranked.prefix(3).map(\.word).joined(separator: " ")
            if name.isEmpty || taken.contains(name) { name += (name.isEmpty ? "topic " : " ") + String(cluster + 1) }
            taken.insert(name)
            return name
        }
    }
}
