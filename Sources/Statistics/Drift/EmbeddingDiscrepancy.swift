import Glibc

/// Have the embeddings of a window another distribution than those of the reference? The squared maximum mean discrepancy of the two
/// from sums, without the pairs inside one bucket, so that what one session repeats is no evidence; and its p-value by dealing
/// the buckets out anew.
public struct EmbeddingDiscrepancy: Hashable, Sendable {
    /// Which features are compared.
    public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
        /// The waves alone: the Gaussian kernel, shown as `embedding_drift_mmd`.
        case waves
        /// Cosine and waves in equal parts, which the test uses: small shifts of everything show in the first, new topics in the second.
        case both
    }

    /// U: about 0 when nothing differs, and then as often negative as positive.
    public let squared: Double
    /// (1 + dealings whose U is as large) / (1 + dealings).
    public let p: Double
    /// The tail of a gamma distribution with the mean, variance and skewness of the dealt U: also small values can be told apart. At
    /// least 10⁻⁴.
    public let fittedP: Double
    /// U over 1 − ‖mean of the reference‖²: what share of the reference's own spread the shift is.
    public let share: Double

    /// √max(U, 0), in the unit of the features, whose length is 1.
    public var distance: Double { max(0, squared).squareRoot() }

    /// Compares `current` with `reference`. When the fitted p-value is below 0.001 and there were fewer than 9 999 `dealings`, it is done
    /// again with so many. The dealings are drawn with `SplitMix64(seed:)`.
    ///
    /// Nil when the two were made with features of different lengths, or either has fewer than two buckets with embeddings (fewer than
    /// twenty say little), or `dealings` is not positive.
    public init?(
        reference: EmbeddingSums, current: EmbeddingSums, part: Part = .both, dealings: Int = 199, seed: UInt64
    ) {
        guard let products = BucketProducts(reference, current, part), dealings > 0 else { return nil }
        let observed = products.discrepancy(ofCurrent: products.currentPlaces)
        squared = observed
        let spread = 1 - products.referenceMeanSquare
        share = spread > 0 ? observed / spread : 0
        var generator = SplitMix64(seed: seed)
        var outcome = Self.deal(products, observed, dealings, &generator)
        if outcome.fitted < 1e-3, dealings < 9999 { outcome = Self.deal(products, observed, 9999, &generator) }
        (p, fittedP) = outcome
    }

    private static func deal(
        _ products: BucketProducts, _ observed: Double, _ dealings: Int, _ generator: inout SplitMix64
    ) -> (p: Double, fitted: Double) {
        var places = Array(0..<products.size)
        let currents = products.currentPlaces.count
        let dealt = (0..<dealings).map { _ in
            for index in 0..<currents { places.swapAt(index, index + generator.index(below: places.count - index)) }
            return products.discrepancy(ofCurrent: places.prefix(currents))
        }
        let asLarge = dealt.count { $0 >= observed }
        return (Double(1 + asLarge) / Double(1 + dealings), max(1e-4, fittedTail(dealt, observed)))
    }

    /// P(X ≥ observed) for a shifted gamma with the moments of `values`: shape 4/s², scale √(v/shape), skewness s at least 0.05.
    private static func fittedTail(_ values: [Double], _ observed: Double) -> Double {
        let moments = Moments(values)
        guard moments.variance > 0 else { return observed > moments.mean ? 0 : 1 }
        let third = values.reduce(0) { $0 + pow($1 - moments.mean, 3) } / Double(values.count)
        let skewness = max(0.05, third / pow(moments.variance, 1.5))
        let shape = 4 / (skewness * skewness)
        let scale = (moments.variance / shape).squareRoot()
        return SpecialFunctions.upperGamma(shape, (observed - moments.mean) / scale + shape)
    }
}
