import Glibc

/// What of an embedding is added up so that sums can stand for all pairs: x/‖x‖, whose products are cosines, and random waves z(x) =
/// [cos ωⱼ·x, sin ωⱼ·x]/√F, whose products are on average the Gaussian kernel (Rahimi and Recht, "Random features for large-scale kernel
/// machines", NIPS 2007). The same seed gives the same waves on every machine.
public struct EmbeddingFeatures: Hashable, Sendable {
    /// The length of the embeddings.
    public let dimension: Int
    /// F: how many waves there are.
    public let frequencies: Int
    /// γ of the Gaussian kernel.
    public let gamma: Double
    /// ω by blocks of eight frequencies, in each the eight values of each coordinate; the last block filled with 0.
    let weights: [SIMD8<Float>]

    /// Waves for `kernel` over embeddings of `dimension` numbers, drawn with `SplitMix64(seed:)` by Box and Muller's method. Nil unless
    /// dimension and frequencies are in 1 … 65 536.
    public init?(dimension: Int, kernel: GaussianKernel, frequencies: Int = 256, seed: UInt64) {
        guard (1...1 << 16).contains(dimension), (1...1 << 16).contains(frequencies) else { return nil }
        var generator = SplitMix64(seed: seed)
        var spare: Double?
        func normal() -> Double {
            if let value = spare {
                spare = nil
                return value
            }
            let radius = sqrt(-2 * log(1 - generator.unit()))
            let angle = 2 * Double.pi * generator.unit()
            spare = radius * sin(angle)
            return radius * cos(angle)
        }
        let normals = (0..<frequencies).map { _ in (0..<dimension).map { _ in normal() } }
        self.init(standardNormals: normals, kernel: kernel)
    }

    /// Waves with given standard normal directions, one row a frequency. Nil when there are none or the rows differ in length.
    public init?(standardNormals: [[Double]], kernel: GaussianKernel) {
        guard let dimension = standardNormals.first?.count, dimension > 0,
            standardNormals.allSatisfy({ $0.count == dimension })
        else { return nil }
        (self.dimension, frequencies, gamma) = (dimension, standardNormals.count, kernel.gamma)
        let scale = (2 * kernel.gamma).squareRoot()
        let blocks = (standardNormals.count + 7) / 8
        var weights = [SIMD8<Float>](repeating: .zero, count: blocks * dimension)
        for (frequency, row) in standardNormals.enumerated() {
            for (coordinate, value) in row.enumerated() {
                weights[frequency / 8 * dimension + coordinate][frequency % 8] = Float(value * scale)
            }
        }
        self.weights = weights
    }
}
