import Foundation
import Statistics
import Testing

@Suite struct EmbeddingTests {
    static let dimension = 20

    static func rows(_ count: Int, shift: Double, _ generator: inout SplitMix64) -> [[Double]] {
        (0..<count).map { _ in
            (0..<dimension).map { _ in
                sqrt(-2 * log(1 - generator.unit())) * cos(2 * .pi * generator.unit()) + shift
            }
        }
    }

    static func flat(_ rows: [[Double]]) -> [Float] { rows.flatMap { $0.map { Float($0) } } }

    static func features(_ rows: [[Double]], frequencies: Int = 128) throws -> EmbeddingFeatures {
        let kernel = try #require(GaussianKernel(medianOf: Array(rows.prefix(100))))
        return try #require(EmbeddingFeatures(dimension: dimension, kernel: kernel, frequencies: frequencies, seed: 7))
    }

    @Test func sumsAreTheSameWhateverTheOrder() throws {
        var generator = SplitMix64(seed: 31)
        let rows = Self.rows(203, shift: 0, &generator)
        let features = try Self.features(rows, frequencies: 21)
        let sessions = rows.map { _ in generator.next() }
        var (whole, a, b) = (EmbeddingSums(for: features), EmbeddingSums(for: features), EmbeddingSums(for: features))
        #expect(whole.add(rows: Self.flat(rows), sessions: sessions, features: features) == true)
        for (index, row) in rows.enumerated() {
            if index % 3 == 0 {
                a.add(row.map { Float($0) }, session: sessions[index], features: features)
            } else {
                b.add(row.map { Float($0) }, session: sessions[index], features: features)
            }
        }
        var (left, right) = (a, b)
        #expect(left.merge(b) == true && right.merge(a) == true)
        #expect(left == right)
        #expect(left.counts == whole.counts && whole.count == 203)
        for (x, y) in zip(left.sums, whole.sums) { #expect(abs(x - y) < 1e-4) }
        let stored = try JSONDecoder().decode(EmbeddingSums.self, from: JSONEncoder().encode(whole))
        #expect(stored == whole)
    }

    @Test func itComesCloseToTheExactDiscrepancy() throws {
        var generator = SplitMix64(seed: 32)
        let (x, y) = (Self.rows(200, shift: 0, &generator), Self.rows(200, shift: 0.5, &generator))
        let kernel = try #require(GaussianKernel(medianOf: Array(x.prefix(100))))
        let features = try #require(
            EmbeddingFeatures(dimension: Self.dimension, kernel: kernel, frequencies: 512, seed: 7))
        let exact = try #require(MaximumMeanDiscrepancy(x, y, kernel: kernel))
        let discrepancy = try #require(Self.compare(x, y, features, part: .waves))
        #expect(abs(discrepancy.squared - exact.unbiased) < 0.1 * exact.unbiased, "\(discrepancy), \(exact)")
        #expect(discrepancy.p <= 0.005 && discrepancy.fittedP < 1e-3)
        #expect(discrepancy.distance > 0 && discrepancy.share > 0)
    }

    static func compare(
        _ x: [[Double]], _ y: [[Double]], _ features: EmbeddingFeatures, part: EmbeddingDiscrepancy.Part = .both,
        session: (Int) -> UInt64 = { UInt64($0) }
    ) -> EmbeddingDiscrepancy? {
        var (reference, current) = (EmbeddingSums(for: features), EmbeddingSums(for: features))
        reference.add(rows: flat(x), sessions: x.indices.map(session), features: features)
        current.add(rows: flat(y), sessions: y.indices.map(session), features: features)
        return EmbeddingDiscrepancy(reference: reference, current: current, part: part, dealings: 199, seed: 3)
    }

    @Test func withoutDriftPValuesAreNotTooSmall() throws {
        var generator = SplitMix64(seed: 33)
        let features = try Self.features(Self.rows(100, shift: 0, &generator), frequencies: 8)
        var (independent, repeated) = (0, 0)
        for _ in 0..<40 {
            let (x, y) = (Self.rows(96, shift: 0, &generator), Self.rows(96, shift: 0, &generator))
            if try #require(Self.compare(x, y, features)).p <= 0.05 { independent += 1 }
            // Every session says the same four times.
            let (few, others) = (Array(x.prefix(32)), Array(y.prefix(32)))
            let discrepancy = Self.compare(
                few.flatMap { [$0, $0, $0, $0] }, others.flatMap { [$0, $0, $0, $0] }, features
            ) { UInt64($0 / 4) }
            if try #require(discrepancy).p <= 0.05 { repeated += 1 }
        }
        #expect(independent <= 7 && repeated <= 7, "\(independent), \(repeated) of 40")
    }

    @Test func badEmbeddingsAreRefused() throws {
        var generator = SplitMix64(seed: 34)
        let rows = Self.rows(40, shift: 0, &generator)
        let features = try Self.features(rows)
        var sums = EmbeddingSums(for: features)
        let empty = sums
        #expect(sums.add([1, 2], session: 1, features: features) == false)
        #expect(sums.add([Float](repeating: .nan, count: Self.dimension), session: 1, features: features) == false)
        #expect(sums.add(rows: Self.flat(rows), sessions: [1], features: features) == false)
        let kernel = try #require(GaussianKernel(gamma: 1))
        let others = try #require(EmbeddingFeatures(dimension: 3, kernel: kernel, frequencies: 8, seed: 1))
        #expect(sums.add([1, 2, 3], session: 1, features: others) == false)
        #expect(sums.merge(EmbeddingSums(for: others)) == false)
        #expect(sums == empty)
        #expect(sums.add([Float](repeating: 0, count: Self.dimension), session: 1, features: features) == true)
        #expect(EmbeddingDiscrepancy(reference: empty, current: empty, seed: 1) == nil)
        #expect(EmbeddingDiscrepancy(reference: sums, current: sums, seed: 1) == nil)
        #expect(GaussianKernel(gamma: 0) == nil && GaussianKernel(medianOf: []) == nil)
        #expect(GaussianKernel(medianOf: [[1], [1], [1]]) == nil && GaussianKernel(medianOf: [[1], [1, 2]]) == nil)
        #expect(GaussianKernel(medianOf: [[1], [.nan]]) == nil)
        #expect(EmbeddingFeatures(dimension: 0, kernel: kernel, seed: 1) == nil)
        #expect(EmbeddingFeatures(standardNormals: [[1], [1, 2]], kernel: kernel) == nil)
        #expect(MaximumMeanDiscrepancy([[1]], [[2], [3]], kernel: kernel) == nil)
    }

    @Test func wavesAreCosineAndSine() throws {
        let kernel = try #require(GaussianKernel(gamma: 0.5))
        let features = try #require(EmbeddingFeatures(standardNormals: [[1], [-3], [40]], kernel: kernel))
        for angle in stride(from: Float(-30), through: 30, by: 0.37) {
            var sums = EmbeddingSums(for: features)
            sums.add([angle], session: 0, features: features)
            for (index, factor) in [1.0, -3, 40].enumerated() {
                let exact = Double(Float(factor) * angle)
                #expect(abs(sums.sums[1 + index] - cos(exact)) < 1e-6, "cos \(exact)")
                #expect(abs(sums.sums[4 + index] - sin(exact)) < 1e-6, "sin \(exact)")
            }
        }
    }

    @Test func textsHaveVectors() throws {
        let (a, b) = (try #require(HashedEmbedding.vector(of: "Reset my password, please")), "reset MY password please")
        #expect(abs(a.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
        #expect(HashedEmbedding.vector(of: b) == a)
        #expect(HashedEmbedding.vector(of: "…")?.allSatisfy { $0 == 0 } == true)
        #expect(HashedEmbedding.vector(of: "a", dimension: 0) == nil)
        #expect(HashedEmbedding.vector(of: "Ünïcödé 東京", dimension: 100)?.count == 100)
        let near = try #require(HashedEmbedding.vector(of: "I must reset a password"))
        let far = try #require(HashedEmbedding.vector(of: "Wo ist meine Rechnung?"))
        func cosine(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
        #expect(cosine(a, near) > cosine(a, far) + 0.2)
    }
}
