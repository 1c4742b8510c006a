/// The inner products of the bucket sums of two windows: with them any dealing of the buckets costs nothing but additions.
struct BucketProducts {
    /// The places of the current window's buckets, the last ones.
    let currentPlaces: ArraySlice<Int>
    /// How many embeddings each bucket has.
    private let counts: [Double]
    /// Row by row, the products of all pairs.
    private let products: [Double]
    /// The sums of each row without its own product, and of all rows.
    private let (rowSums, total): ([Double], Double)
    private let (allCounts, allSquares): (Double, Double)

    /// Nil unless both have sums of the same lengths and at least two buckets with embeddings.
    init?(_ reference: EmbeddingSums, _ current: EmbeddingSums, _ part: EmbeddingDiscrepancy.Part) {
        guard reference.dimension == current.dimension, reference.frequencies == current.frequencies,
            reference.filledBuckets > 1, current.filledBuckets > 1
        else { return nil }
        var rows: [ArraySlice<Double>] = []
        var counts: [Double] = []
        for window in [reference, current] {
            for (bucket, count) in window.counts.enumerated() where count > 0 {
                let end = (bucket + 1) * window.width
                guard end <= window.sums.count else { return nil }
                rows.append(window.sums[end - window.width..<end])
                counts.append(Double(count))
            }
        }
        let d = reference.dimension
        let (cosineWeight, waveWeight) =
            part == .both ? (0.5, 0.5 / Double(reference.frequencies)) : (0, 1 / Double(reference.frequencies))
        var products = [Double](repeating: 0, count: rows.count * rows.count)
        for i in rows.indices {
            for j in 0...i {
                let cosine = cosineWeight > 0 ? Self.product(rows[i].prefix(d), rows[j].prefix(d)) : 0
                let waves = Self.product(rows[i].dropFirst(d), rows[j].dropFirst(d))
                let product = cosineWeight * cosine + waveWeight * waves
                products[i * rows.count + j] = product
                products[j * rows.count + i] = product
            }
        }
        let rowSums = rows.indices.map { i in
            rows.indices.reduce(0.0) { $1 == i ? $0 : $0 + products[i * rows.count + $1] }
        }
        currentPlaces = Array(rows.indices)[reference.filledBuckets...]
        (self.counts, self.products, self.rowSums) = (counts, products, rowSums)
        total = rowSums.reduce(0, +)
        (allCounts, allSquares) = (counts.reduce(0, +), counts.reduce(0) { $0 + $1 * $1 })
    }

    /// How many buckets have embeddings, of both windows.
    var size: Int { counts.count }

    /// U when the buckets at `places` are the current window and the others the reference. Only the products among these are added;
    /// those across and among the others follow from the sums of rows.
    func discrepancy(ofCurrent places: ArraySlice<Int>) -> Double {
        let size = counts.count
        var (inside, rows, count, squares) = (0.0, 0.0, 0.0, 0.0)
        products.withUnsafeBufferPointer { products in
            places.withUnsafeBufferPointer { places in
                for a in 0..<places.count {
                    let i = places[a]
                    rows += rowSums[i]
                    count += counts[i]
                    squares += counts[i] * counts[i]
                    let row = products.baseAddress.map { $0 + i * size }
                    guard let row else { return }
                    var sum = 0.0
                    for b in 0..<a { sum += row[places[b]] }
                    inside += 2 * sum
                }
            }
        }
        let across = rows - inside
        let outside = total - inside - 2 * across
        let (others, otherSquares) = (allCounts - count, allSquares - squares)
        return outside / (others * others - otherSquares) + inside / (count * count - squares)
            - 2 * across / (others * count)
    }

    /// The squared length of the mean of the reference.
    var referenceMeanSquare: Double {
        let places = 0..<currentPlaces.startIndex
        let count = places.reduce(0) { $0 + counts[$1] }
        let sum = places.reduce(0.0) { sum, i in places.reduce(sum) { $0 + products[i * size + $1] } }
        return sum / (count * count)
    }

    private static func product(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                var sum: (Double, Double, Double, Double) = (0, 0, 0, 0)
                let whole = a.count & ~3
                for k in stride(from: 0, to: whole, by: 4) {
                    sum.0 += a[k] * b[k]
                    sum.1 += a[k + 1] * b[k + 1]
                    sum.2 += a[k + 2] * b[k + 2]
                    sum.3 += a[k + 3] * b[k + 3]
                }
                for k in whole..<a.count { sum.0 += a[k] * b[k] }
                return (sum.0 + sum.1) + (sum.2 + sum.3)
            }
        }
    }
}
